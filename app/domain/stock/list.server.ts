import { sql, type SQL } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { contains } from "../within-reach.server.ts";
import { incoming, onTheRoad, usedRecently } from "./around.server.ts";
import { type LotRecord, lotOf, standingLots, type StockLot } from "./standing.server.ts";
import type { StockView } from "./view.ts";
import { daysOfCover, EXPIRING_DAYS, LOTS_SHOWN, LOW_DAYS, OVER_DAYS, USE_DAYS } from "./view.ts";

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
  /** Announced, or being counted at the door; not in the books yet. */
  incoming: bigint;
  /** Left the warehouse and not signed for yet. */
  onRoad: bigint;
  /** Went out in the last 14 days. */
  used: bigint;
  /** Days the available will last at that pace; null when none went out. */
  days: number | null;
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
  const { rows: totals, total } = await itemTotals(actor, lots, filter, page);
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
  if (view !== "expiring") return sql``;
  return sql`and p.place <> 'staging' and l.expires_on <= ${todayInShanghai()}::date + ${EXPIRING_DAYS}::int`;
}

/** Of the totals of an item: those that run out soon, or will last too long. */
function coverOf(view: StockView | undefined): SQL {
  if (view === "low")
    return sql`and u.used > 0 and t.available * ${USE_DAYS}::int < u.used * ${LOW_DAYS}::int`;
  if (view === "over")
    return sql`and u.used > 0 and t.available * ${USE_DAYS}::int > u.used * ${OVER_DAYS}::int`;
  return sql``;
}

async function itemTotals(actor: MemberActor, lots: SQL, filter: StockFilter, page: number) {
  const warehouseId = filter.warehouseId || null;
  const today = todayInShanghai();
  const rows = await db.execute<{
    itemId: string;
    item: string;
    unit: string;
    sums: Record<Sum, string>;
    firstExpiry: string | null;
    lotCount: number;
    total: number;
  }>(sql`
    with lot as (${lots}), total as (
      select "itemId", item, unit,
             sum(quantity::bigint) as on_hand,
             coalesce(sum(quantity::bigint) filter (where place = 'dock'), 0) as at_dock,
             coalesce(sum(quantity::bigint) filter (where place = 'bin'), 0) as in_bins,
             coalesce(sum(quantity::bigint) filter (where place = 'staging'), 0) as packed,
             coalesce(sum(quantity::bigint) filter (where place = 'quarantine'), 0) as held_back,
             coalesce(sum(quantity::bigint) filter (
               where place in ('dock', 'bin') and coalesce("expiresOn" >= ${today}, true)), 0) as available,
             coalesce(sum(quantity::bigint) filter (
               where place in ('dock', 'bin') and "expiresOn" < ${today}), 0) as expired,
             min("expiresOn") filter (where place <> 'staging') as first_expiry, count(*)::int as lots
      from lot group by "itemId", item, unit
    )
    select t."itemId", t.item, t.unit, t.first_expiry as "firstExpiry", t.lots as "lotCount",
           json_build_object(
             'onHand', t.on_hand::text, 'atDock', t.at_dock::text, 'inBins', t.in_bins::text,
             'packed', t.packed::text, 'heldBack', t.held_back::text, 'available', t.available::text,
             'expired', t.expired::text, 'incoming', coalesce(c.incoming, 0)::text,
             'onRoad', coalesce(r.on_road, 0)::text, 'used', coalesce(u.used, 0)::text) as sums,
           count(*) over ()::int as total
    from total t
    left join (${usedRecently(actor, warehouseId, today)}) u on u.item_id = t."itemId"
    left join (${onTheRoad(actor, warehouseId)}) r on r.item_id = t."itemId"
    left join (${incoming(actor, warehouseId)}) c on c.item_id = t."itemId"
    where true ${coverOf(filter.view)}
    order by t.item collate "zh-x-icu", t."itemId"
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ sums, total: _total, ...row }) => {
      const counted = Object.fromEntries(
        Object.entries(sums).map(([name, text]) => [name, BigInt(text)]),
      ) as Record<Sum, bigint>;
      return { ...row, ...counted, days: daysOfCover(counted.available, counted.used) };
    }),
  };
}

type Sum =
  | "onHand"
  | "atDock"
  | "inBins"
  | "packed"
  | "heldBack"
  | "available"
  | "expired"
  | "incoming"
  | "onRoad"
  | "used";

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
