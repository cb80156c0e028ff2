import { sql } from "drizzle-orm";
import type { Reader, Tx } from "#db";
import type { SiteKind } from "#db/vocabulary";
import type { Warehouse } from "../places/find-warehouse.server.ts";
import type { Destination } from "../places/restriction.ts";
import type { Candidate } from "./pick.ts";

/**
 * The lots of these items that stand in a warehouse and are not packed yet, by item id. With `lock`, every balance of
 * these lots in the warehouse is locked in the ledger's order until commit, so that two pickings cannot take the same
 * goods; the packing area is locked with them, since that is where picked goods go.
 */
export async function candidatesFor(
  reader: Reader,
  warehouse: Warehouse,
  itemIds: readonly string[],
  options: { lock: boolean },
): Promise<Map<string, Candidate[]>> {
  const rows = await reader.execute<CandidateRow>(sql`
    select l.item_id, b.asset_id as asset, b.account_id as account, a.kind, b.amount, b.value_fen,
           l.expires_on::text, l.received_on::text, l.restriction_id, r.township_code, r.site_kind, r.site_id
    from ${placesOf(warehouse)}
    join balances b on b.account_id = place.account_id
    join source_lots l on l.asset_id = b.asset_id
    join accounts a on a.id = b.account_id
    left join restrictions r on r.id = l.restriction_id
    where l.item_id = any(${sql.param([...itemIds])}::uuid[])
    order by b.account_id, b.asset_id
    ${options.lock ? sql`for update of b` : sql``}`);
  return byItem(rows);
}

/** What a delivery wants of each item, in base units, and where and on what day it goes out. */
export interface Need {
  wanted: ReadonlyMap<string, bigint>;
  to: Destination;
  day: string;
}

/**
 * Of those lots only as many as the picking rule needs, found in its own order by the database and locked until commit:
 * among fifty thousand lots, a handful. What it answers with is picked from by the rule itself (`pick`), which also says
 * when somebody else was faster and it is not enough any more; then `candidatesFor` must lock them all. The packing area
 * is locked with them here too.
 */
export async function lockEnough(
  tx: Tx,
  warehouse: Warehouse,
  { wanted, to, day }: Need,
): Promise<Map<string, Candidate[]>> {
  const rows = await tx.execute<CandidateRow>(sql`
    with want as (
      select * from unnest(${sql.param([...wanted.keys()])}::uuid[],
                           ${sql.param([...wanted.values()].map(String))}::bigint[]) as w (item_id, wanted)
    ), ranked as (
      select l.item_id, b.asset_id, b.account_id, a.kind, l.expires_on, l.received_on, l.restriction_id,
             r.township_code, r.site_kind, r.site_id, w.wanted,
             sum(b.amount) over (
               partition by l.item_id
               order by case when l.restriction_id is null then 3 when r.site_id is not null then 0
                             when r.township_code is not null then 1 else 2 end,
                        l.expires_on nulls last, l.received_on, b.asset_id, b.account_id
               rows between unbounded preceding and 1 preceding) as before
      from ${placesOf(warehouse)}
      join balances b on b.account_id = place.account_id and b.amount > 0
      join source_lots l on l.asset_id = b.asset_id
      join want w on w.item_id = l.item_id
      join accounts a on a.id = b.account_id and a.kind <> 'staging'
      left join restrictions r on r.id = l.restriction_id
      where l.received_on <= ${day}::date and coalesce(l.expires_on >= ${day}::date, true)
        and (r.id is null or r.site_id = ${to.siteId}::uuid or r.township_code = ${to.townshipCode}
             or r.site_kind = ${to.siteKind})
    ), enough as (
      select account_id as place, * from ranked where coalesce(before, 0) < wanted
    ), locked as (
      select * from enough
      union all
      select ${warehouse.stagingAccountId}::bigint, item_id, asset_id, account_id, 'staging', expires_on, received_on,
             restriction_id, township_code, site_kind, site_id, wanted, before from enough
    )
    select k.item_id, b.asset_id as asset, b.account_id as account, k.kind, b.amount, b.value_fen,
           k.expires_on::text, k.received_on::text, k.restriction_id, k.township_code, k.site_kind, k.site_id
    from locked k join balances b on b.account_id = k.place and b.asset_id = k.asset_id
    order by b.account_id, b.asset_id for update of b`);
  return byItem(rows);
}

const placesOf = (warehouse: Warehouse) => sql`(
  select ${warehouse.dockAccountId}::bigint as account_id union all select ${warehouse.stagingAccountId}::bigint
  union all select account_id from bins where warehouse_id = ${warehouse.id}
) place`;

type CandidateRow = {
  item_id: string;
  asset: string;
  account: string;
  kind: string;
  amount: string;
  value_fen: string;
  expires_on: string | null;
  received_on: string;
  restriction_id: string | null;
  township_code: string | null;
  site_kind: SiteKind | null;
  site_id: string | null;
};

function byItem(rows: readonly CandidateRow[]): Map<string, Candidate[]> {
  const lots = new Map<string, Candidate[]>();
  for (const row of rows) {
    if (row.kind === "staging" || row.amount === "0") continue;
    const list = lots.get(row.item_id) ?? [];
    list.push({
      asset: BigInt(row.asset),
      account: BigInt(row.account),
      available: BigInt(row.amount),
      valueFen: BigInt(row.value_fen),
      expiresOn: row.expires_on,
      receivedOn: row.received_on,
      restriction: row.restriction_id
        ? { townshipCode: row.township_code, siteKind: row.site_kind, siteId: row.site_id }
        : null,
    });
    lots.set(row.item_id, list);
  }
  return lots;
}
