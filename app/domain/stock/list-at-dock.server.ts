import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { type LotRecord, lotOf, standingLots } from "./standing.server.ts";

/** As many as one `PutAway` may take. */
const MOST_LOTS = 200;

/** The lots that wait at a warehouse's dock, in the order they came. */
export async function listAtDock(actor: MemberActor, warehouseId: string) {
  const rows = await db.execute<LotRecord>(sql`
    ${standingLots(actor, warehouseId)} and p.place = 'dock'
    order by l.received_on, l.asset_id limit ${MOST_LOTS}`);
  return rows.map(lotOf);
}
