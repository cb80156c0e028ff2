import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { contains } from "../within-reach.server.ts";
import { findStocktake } from "./find.server.ts";
import { type LotFacts, lotFacts } from "./lot-facts.server.ts";

const MOST = 20;

/**
 * Lots of the organization that may have turned up in the wrong place, by part of the item's name or of the lot number;
 * the last that came in first.
 */
export async function findLots(actor: MemberActor, stocktakeId: string, q: string): Promise<LotFacts[]> {
  const { organizationId } = await findStocktake(db, actor, stocktakeId);
  const found = await db.execute<{ assetId: string }>(sql`
    select l.asset_id::text as "assetId"
    from source_lots l join items i on i.id = l.item_id
    where l.organization_id = ${organizationId} and (${contains(sql`i.name`, q)} or ${contains(sql`l.lot_number`, q)})
    order by l.asset_id desc limit ${MOST}`);
  const lots = await lotFacts(
    db,
    found.map(({ assetId }) => assetId),
  );
  return [...lots.values()];
}
