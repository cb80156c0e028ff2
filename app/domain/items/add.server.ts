import { uuidv7 } from "uuidv7";
import { items } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import type { AddItem } from "./schema.ts";
import { columnsOf, refuseTaken, writeDetails } from "./write-details.server.ts";

/**
 * Adds an item to the catalogue of the actor's organization. A name or barcode another item has is `item_name_taken`
 * or `barcode_taken`. Answers its id.
 */
export async function addItem(actor: MemberActor, requestId: string, input: AddItem) {
  return perform({ actor, action: "item.edit", requestId, input }, async (tx) => {
    const { unit, ...described } = input;
    const item = { id: uuidv7(), organizationId: actor.organizationId, unit };
    await refuseTaken(tx, item, described);
    await tx.insert(items).values({
      ...columnsOf(described),
      id: item.id,
      organizationId: item.organizationId,
      baseUnit: unit,
      reviewedAt: new Date(),
    });
    await writeDetails(tx, item, described);
    return { result: { id: item.id }, organizationId: item.organizationId, subjectId: item.id };
  });
}
