import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { SiteKind } from "#db/vocabulary";
import type { Warehouse } from "../places/find-warehouse.server.ts";
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
  const rows = await reader.execute<{
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
  }>(sql`
    select l.item_id, b.asset_id as asset, b.account_id as account, a.kind, b.amount, b.value_fen,
           l.expires_on::text, l.received_on::text, l.restriction_id, r.township_code, r.site_kind, r.site_id
    from (
      select ${warehouse.dockAccountId}::bigint as account_id union all select ${warehouse.stagingAccountId}::bigint
      union all select account_id from bins where warehouse_id = ${warehouse.id}
    ) place
    join balances b on b.account_id = place.account_id
    join source_lots l on l.asset_id = b.asset_id
    join accounts a on a.id = b.account_id
    left join restrictions r on r.id = l.restriction_id
    where l.item_id = any(${sql.param([...itemIds])}::uuid[])
    order by b.account_id, b.asset_id
    ${options.lock ? sql`for update of b` : sql``}`);
  const byItem = new Map<string, Candidate[]>();
  for (const row of rows) {
    if (row.kind === "staging" || row.amount === "0") continue;
    const list = byItem.get(row.item_id) ?? [];
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
    byItem.set(row.item_id, list);
  }
  return byItem;
}
