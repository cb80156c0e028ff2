import { sql } from "drizzle-orm";
import type { Reader } from "#db";

/** A balance that is not what the postings add up to. */
export interface Discrepancy extends Record<string, unknown> {
  account: string;
  asset: string;
  kept: string;
  recomputed: string;
  keptValueFen: string;
  recomputedValueFen: string;
}

export interface Verification {
  entries: number;
  postings: number;
  balances: number;
  discrepancies: Discrepancy[];
}

/**
 * Recomputes every balance from the postings and compares; also looks for negative balances of outside sinks and for
 * reversals that do not mirror their original. An empty list means the books hold.
 */
export async function verifyLedger(reader: Reader): Promise<Verification> {
  const [counts] = await reader.execute<{ entries: number; postings: number; balances: number }>(sql`
    select (select count(*)::int from entries) as entries, (select count(*)::int from postings) as postings,
           (select count(*)::int from balances) as balances`);
  const discrepancies = await reader.execute<Discrepancy>(sql`
    with leg as (
      select to_account as account, asset_id as asset, amount, value_fen from postings
      union all
      select from_account, asset_id, -amount, -value_fen from postings
    ), recomputed as (
      select l.account, l.asset, sum(l.amount) as amount, sum(l.value_fen) as value_fen
      from leg l join accounts a on a.id = l.account and a.holds group by 1, 2
    )
    select coalesce(r.account, b.account_id) as account, coalesce(r.asset, b.asset_id) as asset,
           coalesce(b.amount, 0) as kept, coalesce(r.amount, 0) as recomputed,
           coalesce(b.value_fen, 0) as "keptValueFen", coalesce(r.value_fen, 0) as "recomputedValueFen"
    from recomputed r full join balances b on b.account_id = r.account and b.asset_id = r.asset
    where coalesce(b.amount, 0) <> coalesce(r.amount, 0) or coalesce(b.value_fen, 0) <> coalesce(r.value_fen, 0)
    order by 1, 2`);
  return { ...(counts ?? { entries: 0, postings: 0, balances: 0 }), discrepancies: [...discrepancies] };
}
