import { sql } from "drizzle-orm";
import { db } from "#db";
import type { LossReason } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { findStocktake } from "./find.server.ts";
import { type LotFacts, lotFacts } from "./lot-facts.server.ts";
import { partIn } from "./part.server.ts";

/** A lot that was counted otherwise than the books say. Quantities in base units. */
export interface DifferenceLine extends LotFacts {
  accountId: string;
  /** The bin's name; null is the dock. */
  bin: string | null;
  expected: bigint;
  counted: bigint;
  countedBy: string | null;
  reason: LossReason | null;
  remark: string | null;
}

/**
 * Where the count differs from the books, place by place. While a blind count is open only those see it who may approve
 * it and counted none of it (`blind_count`).
 */
export async function listDifferences(actor: MemberActor, stocktakeId: string): Promise<DifferenceLine[]> {
  const stocktake = await findStocktake(db, actor, stocktakeId);
  const { seesDifferences } = await partIn(db, actor, stocktake);
  if (!seesDifferences) refuse("blind_count", {});
  const rows = await db.execute<{
    accountId: string;
    assetId: string;
    bin: string | null;
    expected: string;
    counted: string;
    countedBy: string | null;
    reason: LossReason | null;
    remark: string | null;
  }>(sql`
    select c.account_id::text as "accountId", c.asset_id::text as "assetId", b.name as bin, c.expected::text,
           c.counted::text, u.name as "countedBy", c.reason, c.remark
    from stocktake_counts c
    join stocktake_bins s on s.stocktake_id = c.stocktake_id and s.account_id = c.account_id
    left join bins b on b.account_id = c.account_id
    left join users u on u.id = s.counted_by
    where c.stocktake_id = ${stocktake.id} and c.counted <> c.expected
    order by b.zone nulls first, b.name nulls first, c.asset_id`);
  const lots = await lotFacts(
    db,
    rows.map(({ assetId }) => assetId),
  );
  return rows.map(({ expected, counted, ...row }) => ({
    ...lots.get(row.assetId)!,
    ...row,
    expected: BigInt(expected),
    counted: BigInt(counted),
  }));
}
