import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

export interface DockRow {
  warehouseId: string;
  warehouse: string;
  lots: number;
  /** The item of which the most lots wait, as an example. */
  item: string;
  /** The civil date on which the oldest of them came. */
  since: string;
}

/** Warehouses within reach where goods wait at the dock to be put away. */
export async function goodsAtDock(actor: MemberActor): Promise<DockRow[]> {
  const rows = await db.execute<DockRow & Record<string, unknown>>(sql`
    select w.id as "warehouseId", w.name as warehouse, count(*)::int as lots,
           mode() within group (order by i.name) as item, min(l.received_on)::text as since
    from warehouses w
    join balances b on b.account_id = w.dock_account_id and b.amount > 0
    join source_lots l on l.asset_id = b.asset_id
    join items i on i.id = l.item_id
    where ${withinReach(actor, sql`w.organization_id`)}
    group by w.id order by min(l.received_on), w.name collate "zh-x-icu"`);
  return [...rows];
}
