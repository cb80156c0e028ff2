import { and, eq, inArray } from "drizzle-orm";
import { db, items } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";

/** One item of the catalogue within reach. */
export async function getItem(actor: MemberActor, id: string) {
  if (!isId(id)) return notFound("item");
  const [item] = await db
    .select({
      id: items.id,
      name: items.name,
      category: items.category,
      unit: items.baseUnit,
      specification: items.specification,
      packName: items.packName,
      packSize: items.packSize,
    })
    .from(items)
    .where(and(eq(items.id, id), inArray(items.organizationId, [...actor.reach])));
  return item ?? notFound("item");
}
