import { and, eq, inArray } from "drizzle-orm";
import { items } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { EditItem } from "./schema.ts";

/** Changes an item of the catalogue. A name another item has is `already_exists`. */
export async function editItem(actor: MemberActor, requestId: string, input: EditItem) {
  return perform({ actor, action: "item.edit", requestId, input }, async (tx) => {
    const { itemId, ...changes } = input;
    const [item] = await tx
      .update(items)
      .set(changes)
      .where(and(eq(items.id, itemId), inArray(items.organizationId, [...actor.reach])))
      .returning({ id: items.id, organizationId: items.organizationId });
    if (!item) return notFound("item");
    return { result: { id: item.id }, organizationId: item.organizationId, subjectId: item.id };
  });
}
