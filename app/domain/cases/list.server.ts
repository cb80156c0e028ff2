import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { CaseDecision, CaseKind, DifferenceReason } from "#db/vocabulary";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import type { CaseAbout } from "./decision.ts";
import type { CaseView } from "./view.ts";

export interface CaseRow {
  id: string;
  number: string;
  kind: CaseKind;
  /** What it is about: a delivery to a site, or a transfer from one warehouse to another. */
  about: CaseAbout;
  journeyId: string;
  journey: string;
  /** "花木街道 · 花木方舱医院", or "一号仓 → 二号仓". */
  way: string;
  /** Of a second report, which is about all of the delivery: null. */
  item: string | null;
  unit: string | null;
  /** Base units that differ. */
  quantity: bigint | null;
  packName: string | null;
  packSize: bigint | null;
  reason: DifferenceReason | null;
  owner: string | null;
  /** Civil date. */
  dueOn: string;
  decision: CaseDecision | null;
  closedAt: Date | null;
}

export interface CaseFilter {
  view?: CaseView;
  deliveryId?: string;
  transferId?: string;
  /** Where it was sent from; of a transfer, also where to. */
  warehouseId?: string;
  page?: number;
}

/** The cases within reach: open ones first and of those the most urgent, then those closed last. */
export async function listCases(actor: MemberActor, filter: CaseFilter = {}): Promise<Page<CaseRow>> {
  const { view = "all", deliveryId, transferId, warehouseId, page = 1 } = filter;
  const rows = await db.execute<Listed>(sql`
    select c.id, c.number, c.kind, case when c.transfer_id is null then 'delivery' else 'transfer' end as about,
           coalesce(d.id, moved.id) as "journeyId", coalesce(d.number, moved.number) as journey,
           coalesce(t.name || ' · ' || s.name, origin.name || ' → ' || goal.name) as way, i.name as item, i.base_unit as unit, c.quantity::text, l.pack_name as "packName",
           l.pack_size::text as "packSize", c.reason, u.name as owner, c.due_on::text as "dueOn", c.decision,
           c.closed_at::text as "closedAt", count(*) over ()::int as total
    from cases c
    left join deliveries d on d.id = c.delivery_id
    left join sites s on s.id = d.site_id
    left join townships t on t.code = s.township_code
    left join transfers moved on moved.id = c.transfer_id
    left join warehouses origin on origin.id = moved.from_warehouse_id
    left join warehouses goal on goal.id = moved.to_warehouse_id
    left join delivery_lines l on l.delivery_id = c.delivery_id and l.n = c.line_n
    left join items i on i.id = c.item_id
    left join users u on u.id = c.owner_id
    where ${allOf(
      withinReach(actor, sql`c.organization_id`),
      inView(view, actor),
      deliveryId === undefined ? undefined : sql`c.delivery_id = ${deliveryId}::uuid`,
      transferId === undefined ? undefined : sql`c.transfer_id = ${transferId}::uuid`,
      warehouseId === undefined
        ? undefined
        : sql`${warehouseId}::uuid in (d.warehouse_id, origin.id, goal.id)`,
    )}
    order by c.closed_at is not null, case when c.closed_at is null then c.due_on end, c.closed_at desc, c.number
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(rowOf), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** How many cases within reach are open, and how many of those are past their day. */
export async function countOpenCases(actor: MemberActor): Promise<{ open: number; overdue: number }> {
  const [row] = await db.execute<{ open: number; overdue: number }>(sql`
    select count(*)::int as open, (count(*) filter (where c.due_on < ${todayInShanghai()}::date))::int as overdue
    from cases c where ${withinReach(actor, sql`c.organization_id`)} and c.closed_at is null`);
  return row ?? { open: 0, overdue: 0 };
}

function inView(view: CaseView, actor: MemberActor): SQL | undefined {
  if (view === "all") return undefined;
  if (view === "closed") return sql`c.closed_at is not null`;
  const open = sql`c.closed_at is null`;
  if (view === "overdue") return allOf(open, sql`c.due_on < ${todayInShanghai()}::date`);
  if (view === "mine") return allOf(open, sql`c.owner_id = ${userIdOf(actor)}::uuid`);
  return open;
}

type Listed = Omit<CaseRow, "quantity" | "packSize" | "closedAt"> &
  Record<"quantity" | "packSize" | "closedAt", string | null> & { total: number };

const rowOf = ({ total: _total, ...row }: Listed): CaseRow => ({
  ...row,
  quantity: whole(row.quantity),
  packSize: whole(row.packSize),
  closedAt: row.closedAt === null ? null : new Date(row.closedAt),
});

const whole = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
