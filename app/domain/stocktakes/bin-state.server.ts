import { sql } from "drizzle-orm";
import type { Reader } from "#db";

/** What physically stands in a place, by the books. */
export interface BinState {
  /** Changes whenever something comes, goes, or is taken off the shelf: what a counter's sheet carries. */
  since: string;
  /** The journal's last entry here; null when there was none. */
  seq: bigint | null;
  /** The number of a delivery whose goods are being taken from here right now. */
  pickedFor: string | null;
  /** Base units by asset. */
  lots: Map<bigint, bigint>;
}

/**
 * The state of places of one warehouse, by account, from one snapshot.
 *
 * A planned delivery's goods are booked to the packing area at once, but stand in their old place until they are picked:
 * they are added to the balance. `since` counts the postings of the place, which only grow in number, and what is still
 * to be picked here. Taking a pick and putting it back leaves `since` as it was, but then the place is being picked,
 * and while that lasts nobody's count is taken.
 */
export async function binStates(
  reader: Reader,
  warehouseId: string,
  accounts: readonly bigint[],
): Promise<Map<bigint, BinState>> {
  const rows = await reader.execute<{
    account: string;
    postings: string;
    seq: string | null;
    untaken: string;
    pickedFor: string | null;
    lots: Record<string, string> | null;
  }>(sql`
    with place as (
      select account from unnest(${sql.param(accounts.map(String))}::bigint[]) as t (account)
    ), pick as (
      select k.from_account as account, k.asset_id as asset, k.quantity - k.picked as untaken,
             case when d.picking_since is not null then d.number end as picking
      from deliveries d join delivery_picks k on k.delivery_id = d.id
      where d.warehouse_id = ${warehouseId}::uuid and d.status = 'planned' and d.picked_at is null
        and d.organization_id = (select organization_id from warehouses where id = ${warehouseId}::uuid)
        and k.picked < k.quantity and k.from_account in (select account from place)
    ), standing as (
      select account, asset, sum(amount) as amount
      from (
        select b.account_id as account, b.asset_id as asset, b.amount
        from balances b join place p on p.account = b.account_id where b.amount > 0
        union all
        select account, asset, untaken from pick
      ) as part
      group by account, asset
    )
    select p.account::text, history.postings::text, history.seq::text,
           coalesce((select sum(untaken) from pick where pick.account = p.account), 0)::text as untaken,
           (select min(picking) from pick where pick.account = p.account) as "pickedFor",
           (select json_object_agg(asset::text, amount::text) from standing s where s.account = p.account) as lots
    from place p
    cross join lateral (
      select count(*) as postings, max(e.seq) as seq
      from (
        select entry_id from postings where from_account = p.account
        union all
        select entry_id from postings where to_account = p.account
      ) leg join entries e on e.id = leg.entry_id
    ) as history`);
  return new Map(
    rows.map((row) => [
      BigInt(row.account),
      {
        since: `${row.postings}x${row.untaken}`,
        seq: row.seq === null ? null : BigInt(row.seq),
        pickedFor: row.pickedFor,
        lots: new Map(
          Object.entries(row.lots ?? {}).map(([asset, amount]) => [BigInt(asset), BigInt(amount)]),
        ),
      },
    ]),
  );
}
