import { sql, type SQL } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { itemIsTyped } from "../items/search.server.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import { incoming, onTheRoad, usedRecently } from "./around.server.ts";
import { type LotRecord, lotOf, placesWithin, standingLots, type StockLot } from "./standing.server.ts";
import type { StockView } from "./view.ts";
import { daysOfCover, EXPIRING_DAYS, LOTS_SHOWN, LOW_DAYS, OVER_DAYS, USE_DAYS } from "./view.ts";

export interface StockFilter {
  warehouseId?: string | null;
  itemId?: string | null;
  /** Part of the item's name. */
  q?: string | null;
  view?: StockView;
  /** How many lots are listed under each item; 0: only the totals. */
  lots?: number;
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
  const { itemIds, total } = await itemsOf(actor, filter, page);
  const most = filter.lots ?? (filter.itemId ? LOTS_OF_ONE_ITEM : LOTS_SHOWN);
  const [totals, lots] = await Promise.all([
    itemTotals(actor, filter, itemIds),
    firstLots(actor, filter, itemIds, most),
  ]);
  const rows = itemIds.flatMap((itemId): StockRow[] => {
    const row = totals.get(itemId);
    return row ? [{ ...row, lots: lots.get(itemId) ?? [] }] : [];
  });
  return { rows, total, page, pageSize: PAGE_SIZE };
}

/** Of a lot in a place: what a view shows. `l` is the lot, `p` the place. */
function viewed({ view = "all" }: StockFilter): SQL {
  if (view === "dock") return sql`and p.place = 'dock'`;
  if (view !== "expiring") return sql``;
  return sql`and p.place <> 'staging' and l.expires_on <= ${todayInShanghai()}::date + ${EXPIRING_DAYS}::int`;
}

/**
 * The lots of some items in their places, from lot to balance, so that it costs what those items' lots cost and not what
 * the whole warehouse holds. `offset 0` keeps the planner from turning that round. Columns: l.*, b.*, p.*.
 */
const standingOf = (items: SQL): SQL => sql`
  ${items} as i
  join source_lots l on l.item_id = i.id
  cross join lateral (
    select account_id, amount from balances where asset_id = l.asset_id and amount > 0 offset 0
  ) b
  join place p on p.account_id = b.account_id`;

/** Which items a page lists, by name. */
async function itemsOf(actor: MemberActor, filter: StockFilter, page: number) {
  const rows = await db.execute<{ id: string; total: number }>(sql`
    with place as materialized (select * from ${placesWithin(actor, filter.warehouseId || null)} as p)
    select i.id, count(*) over ()::int as total from items i
    where ${allOf(
      nameable(actor),
      filter.itemId ? sql`i.id = ${filter.itemId}::uuid` : undefined,
      filter.q ? itemIsTyped(filter.q) : undefined,
      covered(actor, filter),
    )}
      and exists (select from ${standingOf(sql`(select i.id)`)} where true ${viewed(filter)})
    order by i.name collate "zh-x-icu", i.id limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { itemIds: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

/** Of an item `i`: that it is in this actor's catalogue, or in that of whoever keeps its books. */
const nameable = (actor: MemberActor): SQL => sql`(
  ${withinReach(actor, sql`i.organization_id`)} or i.organization_id in (
    select books_kept_by from organizations o where ${withinReach(actor, sql`o.id`)} and books_kept_by is not null))`;

/** Of an item `i`: that it runs out soon, or will last too long. */
function covered(actor: MemberActor, { view, warehouseId }: StockFilter): SQL | undefined {
  if (view !== "low" && view !== "over") return undefined;
  const today = todayInShanghai();
  const available = sql`(
    select coalesce(sum(b.amount), 0) from ${standingOf(sql`(select i.id)`)}
    where p.place in ('dock', 'bin') and coalesce(l.expires_on >= ${today}::date, true))`;
  return view === "low"
    ? sql`exists (select from (${usedRecently(actor, warehouseId || null, today)}) u
                  where u.item_id = i.id and ${available} * ${USE_DAYS}::int < u.used * ${LOW_DAYS}::int)`
    : sql`exists (select from (${usedRecently(actor, warehouseId || null, today)}) u
                  where u.item_id = i.id and ${available} * ${USE_DAYS}::int > u.used * ${OVER_DAYS}::int)`;
}

const listed = (itemIds: readonly string[]): SQL => sql`unnest(${sql.param([...itemIds])}::uuid[])`;

async function itemTotals(actor: MemberActor, filter: StockFilter, itemIds: readonly string[]) {
  const today = todayInShanghai();
  const warehouseId = filter.warehouseId || null;
  const rows = await db.execute<{
    itemId: string;
    item: string;
    unit: string;
    sums: Record<Sum, string>;
    firstExpiry: string | null;
    lotCount: number;
  }>(sql`
    with place as materialized (select * from ${placesWithin(actor, warehouseId)} as p), total as (
      select i.id, sum(b.amount) as on_hand,
             coalesce(sum(b.amount) filter (where p.place = 'dock'), 0) as at_dock,
             coalesce(sum(b.amount) filter (where p.place = 'bin'), 0) as in_bins,
             coalesce(sum(b.amount) filter (where p.place = 'staging'), 0) as packed,
             coalesce(sum(b.amount) filter (where p.place = 'quarantine'), 0) as held_back,
             coalesce(sum(b.amount) filter (
               where p.place in ('dock', 'bin') and coalesce(l.expires_on >= ${today}::date, true)), 0) as available,
             coalesce(sum(b.amount) filter (
               where p.place in ('dock', 'bin') and l.expires_on < ${today}::date), 0) as expired,
             min(l.expires_on) filter (where p.place <> 'staging') as first_expiry, count(*)::int as lots
      from ${standingOf(sql`(select id from ${listed(itemIds)} as id)`)} where true ${viewed(filter)}
      group by i.id
    )
    select t.id as "itemId", i.name as item, i.base_unit as unit, t.first_expiry::text as "firstExpiry",
           t.lots as "lotCount",
           json_build_object(
             'onHand', t.on_hand::text, 'atDock', t.at_dock::text, 'inBins', t.in_bins::text,
             'packed', t.packed::text, 'heldBack', t.held_back::text, 'available', t.available::text,
             'expired', t.expired::text, 'incoming', coalesce(c.incoming, 0)::text,
             'onRoad', coalesce(r.on_road, 0)::text, 'used', coalesce(u.used, 0)::text) as sums
    from total t
    join items i on i.id = t.id
    left join (${usedRecently(actor, warehouseId, today)}) u on u.item_id = t.id
    left join (${onTheRoad(actor, warehouseId)}) r on r.item_id = t.id
    left join (${incoming(actor, warehouseId)}) c on c.item_id = t.id`);
  return new Map(
    rows.map(({ sums, ...row }) => {
      const counted = Object.fromEntries(
        Object.entries(sums).map(([name, text]) => [name, BigInt(text)]),
      ) as Record<Sum, bigint>;
      return [row.itemId, { ...row, ...counted, days: daysOfCover(counted.available, counted.used) }];
    }),
  );
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

/** The first lots of each item by expiry; only those are looked up in full. */
async function firstLots(
  actor: MemberActor,
  filter: StockFilter,
  itemIds: readonly string[],
  most: number,
): Promise<Map<string, StockLot[]>> {
  if (most === 0 || itemIds.length === 0) return new Map();
  const warehouseId = filter.warehouseId || null;
  const first = await db.execute<{ assetId: string; accountId: string }>(sql`
    with place as materialized (select * from ${placesWithin(actor, warehouseId)} as p)
    select lot.asset_id::text as "assetId", lot.account_id::text as "accountId" from (
      select l.asset_id, b.account_id, row_number() over (
               partition by i.id order by l.expires_on nulls last, l.received_on, l.asset_id, b.account_id) as rank
      from ${standingOf(sql`(select id from ${listed(itemIds)} as id)`)} where true ${viewed(filter)}
    ) lot where rank <= ${most} order by rank`);
  const assets = sql.param([...new Set(first.map(({ assetId }) => assetId))]);
  const rows = await db.execute<LotRecord>(sql`
    ${standingLots(actor, warehouseId)} and b.asset_id = any(${assets}::bigint[])`);
  const found = new Map(rows.map((row) => [`${row.accountId}/${row.assetId}`, lotOf(row)]));
  const byItem = new Map<string, StockLot[]>();
  for (const { accountId, assetId } of first) {
    const lot = found.get(`${accountId}/${assetId}`);
    if (lot) byItem.set(lot.itemId, [...(byItem.get(lot.itemId) ?? []), lot]);
  }
  return byItem;
}
