import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

export type RestrictionChoice = { id: string; text: string };

/** The restrictions within reach under which something stands in a warehouse, by their words. */
export async function listRestrictionsIn(
  actor: MemberActor,
  warehouseId: string,
): Promise<RestrictionChoice[]> {
  const rows = await db.execute<RestrictionChoice>(sql`
    select distinct r.id, r.text, r.text collate "zh-x-icu" as pinyin
    from warehouses w
    join balances b on b.amount > 0 and (b.account_id = w.dock_account_id
                       or b.account_id in (select account_id from bins where warehouse_id = w.id))
    join source_lots l on l.asset_id = b.asset_id
    join restrictions r on r.id = l.restriction_id
    where w.id = ${warehouseId}::uuid and ${withinReach(actor, sql`w.organization_id`)}
      and ${withinReach(actor, sql`r.organization_id`)}
    order by pinyin, r.id`);
  return rows.map(({ id, text }) => ({ id, text }));
}
