import { and, eq, inArray } from "drizzle-orm";
import { type Reader, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";

export type Warehouse = typeof warehouses.$inferSelect;

/** A warehouse within reach. */
export async function findWarehouse(reader: Reader, actor: MemberActor, id: string): Promise<Warehouse> {
  const [warehouse] = await reader
    .select()
    .from(warehouses)
    .where(and(eq(warehouses.id, id), inArray(warehouses.organizationId, [...actor.reach])));
  return warehouse ?? notFound("warehouse");
}
