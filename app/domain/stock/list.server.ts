import { sql, type SQL } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { contains } from "../within-reach.server.ts";
import { type LotRecord, lotOf, standingLots, type StockLot } from "./standing.server.ts";
import type { StockView } from "./view.ts";
import { EXPIRING_DAYS, LOTS_SHOWN } from "./view.ts";

export interface StockFilter {
  warehouseId?: string | null;
  itemId?: string | null;
  /** Part of the item's name. */
  q?: string | null;
  view?: StockView;
  page?: number;
}

/** What stands in the warehouses of one item, in base units. onHand = atDock + inBins + packed + heldBack. */
export interface StockRow {
  itemId: string;
  item: string;
  unit: string;
  onHand: bigint;
  atDock: bigint;
  inBins: bigint;
  /** Set aside for deliveries that have not left yet. */
  packed: bigint;
  heldBack: bigint;
  /** At the dock or in a bin, and not expired: what a delivery may be made from. */
  available: bigint;
  /** At the dock or in a bin, and past its day. */
  expired: bigint;
  firstExpiry: string | null;
  lotCount: number;
  /** The first of them by expiry. */
  lots: StockLot[];
}

const LOTS_OF_ONE_ITEM = 500;

/** The stock within reach: items by name with their totals, and under each its lots, first expiry first. */
export async function listStock(actor: MemberActor, filter: StockFilter): Promise<Page<StockRow>> {
  const { page = 1 } = filter;
  const lots = lotsFor(actor, filter);
  const { rows: totals, total } = await itemTotals(lots, page);
  const itemIds = totals.map(({ itemId }) => itemId);
  const byItem = await firstLots(lots, itemIds, filter.itemId ? LOTS_OF_ONE_ITEM : LOTS_SHOWN);
  const rows = totals.map((row): StockRow => ({ ...row, lots: byItem.get(row.itemId) ?? [] }));
  return { rows, total, page, pageSize: PAGE_SIZE };
}

function lotsFor(actor: MemberActor, { warehouseId, itemId, q, view = "all" }: StockFilter): SQL {
  return sql`
    ${standingLots(actor, warehouseId ?? null)}
      ${itemId ? sql`and l.item_id = ${itemId}::uuid` : sql``}
      ${q ? sql`and ${contains(sql`i.name`, q)}` : sql``}
      ${viewed(view)}`;
}

function viewed(view: StockView): SQL {
  if (view === "dock") return sql`and p.place = 'dock'`;
  if (view === "all") return sql``;
  return sql`and p.place <> 'staging' and l.expires_on <= ${todayInShanghai()}::date + ${EXPIRING_DAYS}::int`;
}

async function itemTotals(lots: SQL, page: number) {
  const today = todayInShanghai();
  const rows = await db.execute<{
    itemId: string;
    item: string;
    unit: string;
    sums: Record<"onHand" | "atDock" | "inBins" | "packed" | "heldBack" | "available" | "expired", string>;
    firstExpiry: string | null;
    lotCount: number;
    total: number;
  }>(sql`
    with lot as (${lots})
    select "itemId", item, unit,
           json_build_object(
             'onHand', sum(quantity::bigint)::text,
             'atDock', coalesce(sum(quantity::bigint) filter (where place = 'dock'), 0)::text,
             'inBins', coalesce(sum(quantity::bigint) filter (where place = 'bin'), 0)::text,
             'packed', coalesce(sum(quantity::bigint) filter (where place = 'staging'), 0)::text,
             'heldBack', coalesce(sum(quantity::bigint) filter (where place = 'quarantine'), 0)::text,
             'available', coalesce(sum(quantity::bigint) filter (
               where place in ('dock', 'bin') and coalesce("expiresOn" >= ${today}, true)), 0)::text,
             'expired', coalesce(sum(quantity::bigint) filter (
               where place in ('dock', 'bin') and "expiresOn" < ${today}), 0)::text) as sums,
           min("expiresOn") filter (where place <> 'staging') as "firstExpiry",
           count(*)::int as "lotCount", count(*) over ()::int as total
    from lot
    group by "itemId", item, unit
    order by item collate "zh-x-icu", "itemId"
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ sums, total: _total, ...row }) => ({
      ...row,
      onHand: BigInt(sums.onHand),
      atDock: BigInt(sums.atDock),
      inBins: BigInt(sums.inBins),
      packed: BigInt(sums.packed),
      heldBack: BigInt(sums.heldBack),
      available: BigInt(sums.available),
      expired: BigInt(sums.expired),
    })),
  };
}

async function firstLots(lots: SQL, itemIds: string[], most: number): Promise<Map<string, StockLot[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db.execute<LotRecord & { rank: string }>(sql`
    with lot as (${lots}), ranked as (
      select lot.*, row_number() over (
        partition by "itemId" order by "expiresOn" nulls last, "receivedOn", "assetId"::bigint, "accountId"::bigint
      ) as rank
      from lot where "itemId" = any(${sql.param(itemIds)}::uuid[])
    )
    select * from ranked where rank <= ${most} order by "itemId", rank`);
  const byItem = new Map<string, StockLot[]>();
  for (const { rank: _rank, ...row } of rows) {
    byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), lotOf(row)]);
  }
  return byItem;
}
