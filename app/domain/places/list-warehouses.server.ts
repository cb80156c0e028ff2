import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

export type WarehouseRow = {
  id: string;
  name: string;
  address: string | null;
  organization: string;
  bins: number;
  /** Lots that wait at the dock to be put away. */
  lotsAtDock: number;
  /** Lots that stand anywhere in the warehouse. */
  lots: number;
};

/** The warehouses within reach, by name. */
export async function listWarehouses(actor: MemberActor): Promise<WarehouseRow[]> {
  const rows = await db.execute<WarehouseRow>(sql`
    select w.id, w.name, w.address, o.name as organization,
           (select count(*)::int from bins where warehouse_id = w.id) as bins,
           (select count(*)::int from balances
            where account_id = w.dock_account_id and amount > 0) as "lotsAtDock",
           (select count(distinct asset_id)::int from balances
            where amount > 0
              and (account_id in (w.dock_account_id, w.staging_account_id, w.quarantine_account_id)
                   or account_id in (select account_id from bins where warehouse_id = w.id))) as lots
    from warehouses w join organizations o on o.id = w.organization_id
    where ${withinReach(actor, sql`w.organization_id`)}
    order by w.name collate "zh-x-icu", w.id`);
  return [...rows];
}
