import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { binStates } from "./bin-state.server.ts";
import { findStocktake, type Stocktake } from "./find.server.ts";
import { type LotFacts, lotFacts } from "./lot-facts.server.ts";

/** A lot to count. Quantities in base units; `expected` is null in a blind count. */
export interface LotToCount extends LotFacts {
  expected: bigint | null;
  /** What was counted before; null when the place was not counted. */
  counted: bigint | null;
}

/** One place with the lots that stand there by the books. */
export interface BinToCount {
  accountId: string;
  /** The bin's name; null is the dock. */
  bin: string | null;
  zone: string | null;
  /** Goes back with the count, so that a change in between is seen. */
  since: string;
  rounds: number;
  pickedFor: string | null;
  lots: LotToCount[];
}

/** The sheet for counting one place of a stocktake. */
export async function getBinSheet(
  actor: MemberActor,
  stocktakeId: string,
  accountId: string,
): Promise<BinToCount> {
  const stocktake = await findStocktake(db, actor, stocktakeId);
  if (!/^\d{1,18}$/.test(accountId)) return notFound("bin");
  const [sheet] = await sheets(stocktake, accountId);
  return sheet ?? notFound("bin");
}

/** The sheets of all places of a stocktake, in the order somebody walks along them. */
export async function getSheets(actor: MemberActor, stocktakeId: string): Promise<BinToCount[]> {
  return sheets(await findStocktake(db, actor, stocktakeId), null);
}

async function sheets(stocktake: Stocktake, accountId: string | null): Promise<BinToCount[]> {
  const places = await db.execute<{
    accountId: string;
    bin: string | null;
    zone: string | null;
    rounds: number;
    counts: Record<string, string> | null;
  }>(sql`
    select c.account_id::text as "accountId", b.name as bin, b.zone, c.rounds,
           (select json_object_agg(asset_id::text, counted::text) from stocktake_counts n
            where n.stocktake_id = c.stocktake_id and n.account_id = c.account_id) as counts
    from stocktake_bins c left join bins b on b.account_id = c.account_id
    where c.stocktake_id = ${stocktake.id}
      ${accountId === null ? sql`` : sql`and c.account_id = ${accountId}::bigint`}
    order by b.zone nulls first, b.name nulls first`);
  const states = await binStates(
    db,
    stocktake.warehouseId,
    places.map((place) => BigInt(place.accountId)),
  );
  const assetsAt = ({ accountId: account, counts }: (typeof places)[number]) => [
    ...new Set([...[...states.get(BigInt(account))!.lots.keys()].map(String), ...Object.keys(counts ?? {})]),
  ];
  const lots = await lotFacts(db, [...new Set(places.flatMap(assetsAt))]);
  const inOrder = [...lots.keys()];
  const rank = new Map(inOrder.map((assetId, i) => [assetId, i]));
  return places.map((place): BinToCount => {
    const { counts, ...head } = place;
    const { since, pickedFor, lots: standing } = states.get(BigInt(place.accountId))!;
    return {
      ...head,
      since,
      pickedFor,
      lots: assetsAt(place)
        .sort((a, b) => rank.get(a)! - rank.get(b)!)
        .map((assetId) => ({
          ...lots.get(assetId)!,
          expected: stocktake.blind ? null : (standing.get(BigInt(assetId)) ?? 0n),
          counted: whole(counts?.[assetId]),
        })),
    };
  });
}

const whole = (text: string | undefined): bigint | null => (text === undefined ? null : BigInt(text));
