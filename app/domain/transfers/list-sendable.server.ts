import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { type LotRecord, lotOf, standingLots } from "../stock/standing.server.ts";

/** As many as one `SendTransfer` may take. */
const MOST_LOTS = 200;

/** The lots at the dock and in the bins of a warehouse, by item, those that expire first at the top. */
export async function listSendable(actor: MemberActor, warehouseId: string) {
  const rows = await db.execute<LotRecord>(sql`
    ${standingLots(actor, warehouseId)} and p.place in ('dock', 'bin')
    order by i.name collate "zh-x-icu", l.expires_on nulls last, l.received_on, l.asset_id, b.account_id
    limit ${MOST_LOTS}`);
  return rows.map(lotOf);
}
