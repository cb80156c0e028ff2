import { sql } from "drizzle-orm";
import { db } from "#db";

/** How many of what was received a site's own page shows one by one. */
const SHOWN = 10;

/** A delivery on its way, as the site may see it: with the PIN, which nobody else is shown, and without any donor. */
export interface Coming {
  number: string;
  status: "planned" | "dispatched";
  code: string;
  pin: string;
  boxes: number;
  /** Civil date. */
  plannedOn: string;
  dispatchedAt: Date | null;
  /** When its vehicle should be there, and when it was. */
  arrivesAt: Date | null;
  arrivedAt: Date | null;
  lines: ComingLine[];
}

export interface ComingLine {
  n: number;
  item: string;
  unit: string;
  /** Base units; what was signed for already is `partly` of it. */
  quantity: bigint;
  partly: bigint;
  packName: string | null;
  packSize: bigint | null;
}

/** A delivery that was signed for. good + short + damaged = quantity. */
export interface Came {
  number: string;
  code: string;
  confirmedAt: Date;
  /** The post of whoever signed; null when only a name is known. */
  signedBy: string | null;
  lines: CameLine[];
}

export interface CameLine {
  n: number;
  item: string;
  unit: string;
  quantity: bigint;
  good: bigint;
  short: bigint;
  damaged: bigint;
  extra: bigint;
}

/** All of an item that ever came in good state. */
export interface CameInAll {
  item: string;
  unit: string;
  good: bigint;
  /** Of that, what was handed on to households. */
  handedOver: bigint;
}

/** What comes to a site, what came, the latest first, and how much in all. */
export async function goodsToSite(siteId: string) {
  const [coming, came, inAll] = await Promise.all([comingTo(siteId), cameTo(siteId), cameInAll(siteId)]);
  return { coming, ...came, inAll };
}

async function comingTo(siteId: string): Promise<Coming[]> {
  const rows = await db.execute<ComingRecord>(sql`
    select d.number, d.status, d.code, d.pin, d.boxes, d.planned_on::text as "plannedOn",
           d.dispatched_at::text as "dispatchedAt", stop.arrives_at::text as "arrivesAt",
           stop.arrived_at::text as "arrivedAt",
           (select json_agg(json_build_object(
                     'n', l.n, 'item', i.name, 'unit', i.base_unit, 'quantity', l.quantity::text,
                     'partly', l.partly::text, 'packName', l.pack_name, 'packSize', l.pack_size::text) order by l.n)
            from delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id) as lines
    from deliveries d
    left join lateral (
      select s.arrives_at, s.arrived_at from run_stops s join runs r on r.id = s.run_id
      where s.delivery_id = d.id and s.kind = 'door' and r.status in ('planned', 'on_road', 'done')
      order by r.created_at desc limit 1) stop on true
    where d.site_id = ${siteId}::uuid and d.status in ('planned', 'dispatched')
    order by d.dispatched_at nulls last, d.planned_on, d.number`);
  return rows.map(({ lines, dispatchedAt, arrivesAt, arrivedAt, ...row }) => ({
    ...row,
    dispatchedAt: instant(dispatchedAt),
    arrivesAt: instant(arrivesAt),
    arrivedAt: instant(arrivedAt),
    lines: lines.map((line) => ({
      ...line,
      quantity: BigInt(line.quantity),
      partly: BigInt(line.partly),
      packSize: line.packSize === null ? null : BigInt(line.packSize),
    })),
  }));
}

async function cameTo(siteId: string): Promise<{ came: Came[]; cameTotal: number }> {
  const rows = await db.execute<CameRecord>(sql`
    select d.number, d.code, d.confirmed_at::text as "confirmedAt", d.receiver_post as "signedBy",
           (select json_agg(json_build_object(
                     'n', l.n, 'item', i.name, 'unit', i.base_unit, 'quantity', l.quantity::text,
                     'good', coalesce(l.good, 0)::text, 'short', coalesce(l.short, 0)::text,
                     'damaged', coalesce(l.damaged, 0)::text, 'extra', coalesce(l.extra, 0)::text) order by l.n)
            from delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id) as lines,
           count(*) over ()::int as total
    from deliveries d where d.site_id = ${siteId}::uuid and d.status = 'confirmed'
    order by d.confirmed_at desc, d.number desc limit ${SHOWN}`);
  return {
    came: rows.map(({ total: _total, confirmedAt, lines, ...row }) => ({
      ...row,
      confirmedAt: new Date(confirmedAt),
      lines: lines.map(({ n, item, unit, ...counts }) => ({ n, item, unit, ...wholes(counts) })),
    })),
    cameTotal: rows[0]?.total ?? 0,
  };
}

async function cameInAll(siteId: string): Promise<CameInAll[]> {
  const rows = await db.execute<{ item: string; unit: string; good: string; handedOver: string }>(sql`
    select i.name as item, i.base_unit as unit, sum(l.good)::text as good,
           coalesce(sum((select sum(k.handed_over) from delivery_picks k
                         where k.delivery_id = l.delivery_id and k.line_n = l.n)), 0)::text as "handedOver"
    from deliveries d
    join delivery_lines l on l.delivery_id = d.id
    join items i on i.id = l.item_id
    where d.site_id = ${siteId}::uuid and d.status = 'confirmed' and l.good > 0
    group by i.id order by i.name collate "zh-x-icu", i.id`);
  return rows.map((row) => ({ ...row, good: BigInt(row.good), handedOver: BigInt(row.handedOver) }));
}

type ComingRecord = Omit<Coming, "dispatchedAt" | "arrivesAt" | "arrivedAt" | "lines"> &
  Record<"dispatchedAt" | "arrivesAt" | "arrivedAt", string | null> & {
    lines: (Omit<ComingLine, "quantity" | "partly" | "packSize"> & {
      quantity: string;
      partly: string;
      packSize: string | null;
    })[];
  };

type Counts = "quantity" | "good" | "short" | "damaged" | "extra";
type CameRecord = Omit<Came, "confirmedAt" | "lines"> & {
  confirmedAt: string;
  lines: (Omit<CameLine, Counts> & Record<Counts, string>)[];
  total: number;
};

const wholes = ({
  quantity,
  good,
  short,
  damaged,
  extra,
}: Record<Counts, string>): Record<Counts, bigint> => ({
  quantity: BigInt(quantity),
  good: BigInt(good),
  short: BigInt(short),
  damaged: BigInt(damaged),
  extra: BigInt(extra),
});

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
