import { sql } from "drizzle-orm";
import { db } from "#db";
import type { ConsignmentStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { type CaseRow, listCases } from "../cases/list.server.ts";
import { type Clock, clockOf } from "../clocks/clock.ts";
import { momentsOfDelivery, type MomentsRecord, readMoments } from "../clocks/moments.server.ts";
import { type Running, runningClocks } from "../clocks/running.server.ts";
import { targetsOf } from "../clocks/targets.server.ts";
import { isUnknown } from "../consignments/list.server.ts";
import { todayInShanghai } from "../dates.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { listStock, type StockRow } from "../stock/list.server.ts";
import { lotOf, type LotRecord, standingLots, type StockLot } from "../stock/standing.server.ts";
import { withinReach } from "../within-reach.server.ts";

/** How much of each list a board shows; the rest is behind its link. */
const SHOWN = 12;

export interface Board {
  warehouse: { id: string; name: string };
  arrivals: Arrival[];
  /** What runs out or expires first, then the rest by name. */
  stock: StockRow[];
  stockTotal: number;
  deliveries: DeliveryOnBoard[];
  /** Steps past their time, the latest first: needs nobody packed for, and this warehouse's deliveries. */
  late: Running[];
  lateTotal: number;
  /** Open cases, the most urgent first, and how many there are in all. */
  cases: CaseRow[];
  casesTotal: number;
  quarantine: StockLot[];
  waiting: Waiting;
}

export interface Arrival {
  id: string;
  number: string;
  donor: string | null;
  items: string | null;
  status: ConsignmentStatus;
  expectedOn: string | null;
  expectedBoxes: number | null;
  boxes: number;
}

export interface DeliveryOnBoard {
  id: string;
  number: string;
  township: string;
  site: string;
  items: string;
  contact: string | null;
  /** Boxes scanned off the shelf, and onto the vehicle. */
  boxes: number;
  loaded: number;
  clock: Clock;
}

/** What somebody has to look at, by how many. */
export type Waiting = {
  lotsAtDock: number;
  unknownBoxes: number;
  writeOffs: number;
  stocktakes: number;
};

/** One warehouse's day: what comes, what there is, which deliveries wait for whom, and what went wrong. */
export async function getBoard(actor: MemberActor, warehouseId: string, now = new Date()): Promise<Board> {
  const warehouse = await findWarehouse(db, actor, warehouseId);
  const { id, name } = warehouse;
  const [arrivals, stock, deliveries, late, cases, quarantine, waiting] = await Promise.all([
    arrivalsAt(id),
    stockToWatch(actor, id),
    deliveriesFrom(id, now),
    lateAt(actor, id, now),
    listCases(actor, { view: "open", warehouseId: id }),
    inQuarantine(actor, id),
    waitingAt(id, warehouse.dockAccountId),
  ]);
  return {
    warehouse: { id, name },
    arrivals,
    ...stock,
    deliveries,
    late: late.slice(0, SHOWN),
    lateTotal: late.length,
    cases: cases.rows.slice(0, SHOWN),
    casesTotal: cases.total,
    quarantine,
    waiting,
  };
}

async function arrivalsAt(warehouseId: string): Promise<Arrival[]> {
  const today = todayInShanghai();
  const rows = await db.execute<Record<string, unknown> & Arrival>(sql`
    select c.id, c.number, c.donor, c.status, c.expected_on::text as "expectedOn",
           c.expected_boxes as "expectedBoxes",
           (select count(*)::int from boxes b where b.consignment_id = c.id and b.kind = 'box') as boxes,
           (select string_agg(l.item, '、' order by l.n) from consignment_lines l where l.consignment_id = c.id) as items
    from consignments c
    where c.warehouse_id = ${warehouseId}
      and (c.status = 'counting' or c.status = 'expected'
           or (c.status = 'received' and c.checked_at >= ${today}::date::timestamp at time zone 'Asia/Shanghai'))
    order by c.status = 'counting' desc, c.expected_on nulls last, c.created_at desc limit ${SHOWN}`);
  return [...rows];
}

async function stockToWatch(actor: MemberActor, warehouseId: string) {
  const [low, expiring, all] = await Promise.all([
    listStock(actor, { warehouseId, view: "low", lots: 0 }),
    listStock(actor, { warehouseId, view: "expiring", lots: 0 }),
    listStock(actor, { warehouseId, lots: 0 }),
  ]);
  const whole = new Map(all.rows.map((row) => [row.itemId, row]));
  const watched = [...low.rows, ...expiring.rows].map((row) => whole.get(row.itemId) ?? row);
  const rows = new Map([...watched, ...all.rows].map((row) => [row.itemId, row]));
  return { stock: [...rows.values()].slice(0, SHOWN), stockTotal: all.total };
}

async function deliveriesFrom(warehouseId: string, now: Date): Promise<DeliveryOnBoard[]> {
  const rows = await db.execute<
    Omit<DeliveryOnBoard, "boxes" | "loaded" | "clock"> & { organizationId: string; moments: MomentsRecord }
  >(sql`
    select d.id, d.number, d.organization_id as "organizationId", t.name as township, s.name as site,
           s.contact_name as contact,
           (select string_agg(i.name, '、' order by l.n)
            from delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id) as items,
           ${momentsOfDelivery(sql`d`)} as moments
    from deliveries d join sites s on s.id = d.site_id join townships t on t.code = s.township_code
    where d.warehouse_id = ${warehouseId} and d.status in ('planned', 'dispatched')
    order by d.created_at, d.id limit ${SHOWN}`);
  const targets = await targetsOf(db, [...new Set(rows.map(({ organizationId }) => organizationId))]);
  return rows.map(({ organizationId, moments, ...row }) => {
    const read = readMoments(moments);
    const { boxes, loaded } = read;
    return { ...row, boxes, loaded, clock: clockOf(read, targets(organizationId), now) };
  });
}

async function lateAt(actor: MemberActor, warehouseId: string, now: Date): Promise<Running[]> {
  const running = await runningClocks(now, (organizationId) => withinReach(actor, organizationId));
  return running.filter(
    (one) => one.clock.lateBy > 0 && (one.warehouseId === null || one.warehouseId === warehouseId),
  );
}

async function inQuarantine(actor: MemberActor, warehouseId: string): Promise<StockLot[]> {
  const rows = await db.execute<LotRecord>(sql`
    ${standingLots(actor, warehouseId)} and p.place = 'quarantine' order by l.received_on, l.asset_id limit ${SHOWN}`);
  return rows.map(lotOf);
}

async function waitingAt(warehouseId: string, dock: bigint): Promise<Waiting> {
  const [row] = await db.execute<Waiting>(sql`
    select (select count(*)::int from balances where account_id = ${`${dock}`}::bigint and amount > 0) as "lotsAtDock",
           (select count(*)::int from boxes b where b.warehouse_id = ${warehouseId}
              and b.emptied_at is null and b.delivery_id is null and ${isUnknown(sql`b`)}) as "unknownBoxes",
           (select count(*)::int from write_offs
            where warehouse_id = ${warehouseId} and status = 'requested') as "writeOffs",
           (select count(*)::int from stocktakes
            where warehouse_id = ${warehouseId} and status = 'counting') as stocktakes`);
  return row ?? { lotsAtDock: 0, unknownBoxes: 0, writeOffs: 0, stocktakes: 0 };
}
