import { sql } from "drizzle-orm";
import { db } from "#db";
import { deliveryStatuses, type DeliveryStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { parseCode } from "../code.ts";
import { offsetOf, PAGE_SIZE } from "../paging.ts";
import { contains, withinReach } from "../within-reach.server.ts";

export interface DeliveryFilter {
  status?: DeliveryStatus | null;
  siteId?: string | null;
  /** Part of the number or of the site's name, or a label's code. */
  q?: string | null;
  page?: number;
}

export interface DeliveryRow {
  id: string;
  number: string;
  status: DeliveryStatus;
  site: string;
  township: string;
  warehouse: string;
  boxes: number;
  goods: { item: string; unit: string; quantity: bigint }[];
  /** Civil date. */
  plannedOn: string;
  dispatchedAt: Date | null;
  confirmedAt: Date | null;
  cancelledAt: Date | null;
  /** Something was missing, damaged or too much. */
  differs: boolean;
  /** Arrived in good state and not handed on to households yet. */
  toHandOver: boolean;
}

/** The deliveries within reach, the newest first, and how many there are of each status. */
export async function listDeliveries(actor: MemberActor, filter: DeliveryFilter) {
  const { status = null, page = 1 } = filter;
  const [rows, counts] = await Promise.all([
    pageOf(actor, filter, status, page),
    countByStatus(actor, filter),
  ]);
  const total =
    status === null ? deliveryStatuses.reduce((sum, each) => sum + counts[each], 0) : counts[status];
  return { rows, counts, total, page, pageSize: PAGE_SIZE };
}

async function pageOf(
  actor: MemberActor,
  filter: DeliveryFilter,
  status: DeliveryStatus | null,
  page: number,
): Promise<DeliveryRow[]> {
  const rows = await db.execute<{
    id: string;
    number: string;
    status: DeliveryStatus;
    site: string;
    township: string;
    warehouse: string;
    boxes: number;
    goods: { item: string; unit: string; quantity: string }[];
    plannedOn: string;
    dispatchedAt: string | null;
    confirmedAt: string | null;
    cancelledAt: string | null;
    differs: boolean;
    toHandOver: boolean;
  }>(sql`
    with page as (
      select d.*, s.name as site, s.township_code ${matching(actor, filter)}
        ${status === null ? sql`` : sql`and d.status = ${status}`}
      order by d.created_at desc, d.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}
    )
    select p.id, p.number, p.status, p.site, t.name as township, w.name as warehouse, p.boxes,
           p.planned_on::text as "plannedOn", p.dispatched_at::text as "dispatchedAt",
           p.confirmed_at::text as "confirmedAt", p.cancelled_at::text as "cancelledAt",
           line.goods, line.differs,
           exists (select from delivery_picks k where k.delivery_id = p.id and k.good > k.handed_over) as "toHandOver"
    from page p
    join townships t on t.code = p.township_code
    join warehouses w on w.id = p.warehouse_id
    cross join lateral (
      select json_agg(json_build_object('item', i.name, 'unit', i.base_unit, 'quantity', l.quantity::text)
                      order by l.n) as goods,
             bool_or(coalesce(l.short, 0) + coalesce(l.damaged, 0) + coalesce(l.extra, 0) > 0) as differs
      from delivery_lines l join items i on i.id = l.item_id where l.delivery_id = p.id
    ) as line
    order by p.created_at desc, p.id desc`);
  return rows.map(({ goods, dispatchedAt, confirmedAt, cancelledAt, ...row }) => ({
    ...row,
    goods: goods.map((each) => ({ ...each, quantity: BigInt(each.quantity) })),
    dispatchedAt: instant(dispatchedAt),
    confirmedAt: instant(confirmedAt),
    cancelledAt: instant(cancelledAt),
  }));
}

async function countByStatus(
  actor: MemberActor,
  filter: DeliveryFilter,
): Promise<Record<DeliveryStatus, number>> {
  const rows = await db.execute<{ status: DeliveryStatus; n: number }>(sql`
    select d.status, count(*)::int as n ${matching(actor, filter)} group by d.status`);
  const counts = { planned: 0, dispatched: 0, confirmed: 0, cancelled: 0 };
  for (const { status, n } of rows) counts[status] = n;
  return counts;
}

function matching(actor: MemberActor, { q, siteId }: DeliveryFilter) {
  const verdict = parseCode(q ?? "");
  const coded = verdict.ok ? sql`or d.code = ${verdict.code}` : sql``;
  return sql`
    from deliveries d join sites s on s.id = d.site_id
    where ${withinReach(actor, sql`d.organization_id`)}
      ${siteId ? sql`and d.site_id = ${siteId}::uuid` : sql``}
      ${q ? sql`and (${contains(sql`d.number`, q)} or ${contains(sql`s.name`, q)} ${coded})` : sql``}`;
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
