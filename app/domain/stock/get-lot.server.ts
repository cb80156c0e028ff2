import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";
import { type LotRecord, lotOf, standingLots, type StockLot } from "./standing.server.ts";

/** One lot where it stands, at the dock, in a bin or in quarantine: what may be written off. */
export async function getLot(
  actor: MemberActor,
  place: { warehouseId: string; assetId: string; accountId: string },
): Promise<StockLot> {
  if (!isId(place.warehouseId)) return notFound("warehouse");
  if (!isNumbered(place.assetId) || !isNumbered(place.accountId)) return notFound("lot");
  const [row] = await db.execute<LotRecord>(sql`
    ${standingLots(actor, place.warehouseId)} and p.place in ('dock', 'bin', 'quarantine')
      and b.asset_id = ${place.assetId}::bigint and b.account_id = ${place.accountId}::bigint`);
  return row ? lotOf(row) : notFound("lot");
}

/** As the journal counts assets and accounts. */
const isNumbered = (text: string): boolean => /^\d{1,18}$/.test(text);
