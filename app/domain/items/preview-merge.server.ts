import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";
import { findPair, refuseKitClash } from "./merge.server.ts";

/** How much would go over from one item to the other, counted before it does. */
export interface MergePreview {
  from: { id: string; name: string };
  into: { id: string; name: string; unit: string };
  lots: number;
  pledgeLines: number;
  deliveryLines: number;
  consignmentLines: number;
  recipes: number;
  names: number;
  barcodes: number;
}

/** What a merge would do; refuses what the merge would refuse. */
export async function previewMerge(
  actor: MemberActor,
  fromId: string,
  intoId: string,
): Promise<MergePreview> {
  if (!isId(fromId) || !isId(intoId) || fromId === intoId) return notFound("item");
  const { from, into } = await findPair(db, actor, { fromId, intoId });
  await refuseKitClash(db, { from, into });
  const [counts] = await db.execute<Omit<MergePreview, "from" | "into">>(sql`
    select (select count(*)::int from source_lots where item_id = ${from.id}) as lots,
           (select count(*)::int from pledge_lines where item_id = ${from.id}) as "pledgeLines",
           (select count(*)::int from delivery_lines where item_id = ${from.id}) as "deliveryLines",
           (select count(*)::int from consignment_lines where item_id = ${from.id}) as "consignmentLines",
           (select count(distinct item_id)::int from kit_recipes
            where item_id = ${from.id} or component_id = ${from.id}) as recipes,
           (select count(*)::int + 1 from item_aliases where item_id = ${from.id}) as names,
           (select count(*)::int from item_barcodes where item_id = ${from.id}) as barcodes`);
  return {
    ...counts!,
    from: { id: from.id, name: from.name },
    into: { id: into.id, name: into.name, unit: into.baseUnit },
  };
}
