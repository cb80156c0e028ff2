import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { items, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { EditItem } from "./schema.ts";
import { columnsOf, type ItemKey, refuseTaken, writeDetails } from "./write-details.server.ts";

/**
 * Changes an item of the catalogue, all of it at once; its base unit stays. A name or barcode another item has is
 * `item_name_taken` or `barcode_taken`. An item nobody had looked at counts as looked at.
 */
export async function editItem(actor: MemberActor, requestId: string, input: EditItem) {
  return perform({ actor, action: "item.edit", requestId, input }, async (tx) => {
    const { itemId, ...described } = input;
    const item = await findItem(tx, actor, itemId);
    await refuseTaken(tx, item, described);
    await tx
      .update(items)
      .set({ ...columnsOf(described), reviewedAt: sql`coalesce(${items.reviewedAt}, now())` })
      .where(eq(items.id, item.id));
    await writeDetails(tx, item, described);
    return { result: { id: item.id }, organizationId: item.organizationId, subjectId: item.id };
  });
}

async function findItem(tx: Tx, actor: MemberActor, id: string): Promise<ItemKey> {
  const [item] = await tx
    .select({ id: items.id, organizationId: items.organizationId, unit: items.baseUnit })
    .from(items)
    .where(and(eq(items.id, id), inArray(items.organizationId, [...actor.reach]), isNull(items.mergedInto)))
    .for("no key update");
  return item ?? notFound("item");
}
