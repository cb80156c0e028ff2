import { sql, type SQL } from "drizzle-orm";
import { db } from "#db";
import type { ConsignmentStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";
import type { ConsignmentView } from "./view.ts";

export interface ConsignmentFilter {
  view?: ConsignmentView;
  /** Part of a number or of a donor's name. */
  q?: string;
}

export interface ConsignmentRow {
  id: string;
  number: string;
  status: ConsignmentStatus;
  /** Null: nobody knows. */
  donor: string | null;
  warehouse: string;
  organization: string;
  expectedOn: string | null;
  arrivedAt: Date | null;
  checkedAt: Date | null;
  expectedBoxes: number | null;
  /** Labelled boxes that stand there, and those of them nobody has opened. */
  boxes: number;
  unknown: number;
  /** The first items, by name. */
  items: string[];
  lines: number;
  /** Both done by one person, in an emergency. */
  overridden: boolean;
}

const MOST_ITEMS = 3;

/** Consignments within reach: those to come by their day, the others with the newest first. */
export async function listConsignments(
  actor: MemberActor,
  filter: ConsignmentFilter & { page?: number } = {},
): Promise<Page<ConsignmentRow>> {
  const page = filter.page ?? 1;
  const where = allOf(
    withinReach(actor, sql`c.organization_id`),
    filter.view && viewed(filter.view),
    filter.q ? sql`(${contains(sql`c.number`, filter.q)} or ${contains(sql`c.donor`, filter.q)})` : undefined,
  );
  const rows = await db.execute<Listed>(sql`
    select c.id, c.number, c.status, c.donor, w.name as warehouse, o.name as organization,
           c.expected_on::text as "expectedOn", ${millisecondsOf(sql`c.arrived_at`)} as arrived,
           ${millisecondsOf(sql`c.checked_at`)} as checked, c.expected_boxes as "expectedBoxes",
           box.standing as boxes, box.unknown, line.items, line.count as lines,
           c.override_reason is not null as overridden, count(*) over ()::int as total
    from consignments c
    join warehouses w on w.id = c.warehouse_id
    join organizations o on o.id = c.organization_id
    cross join lateral (
      select count(*)::int as standing,
             (count(*) filter (where ${isUnknown(sql`b`)}))::int as unknown
      from boxes b where b.consignment_id = c.id and b.kind = 'box' and b.emptied_at is null
    ) box
    cross join lateral (
      select count(*)::int as count, coalesce(json_agg(l.item order by l.n) filter (where l.n <= ${MOST_ITEMS}), '[]') as items
      from consignment_lines l where l.consignment_id = c.id
    ) line
    where ${where}
    order by case when c.status = 'expected' then c.expected_on end nulls last,
             coalesce(c.checked_at, c.arrived_at, c.created_at) desc, c.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(rowOf), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** How many stand under each view. */
export async function countConsignments(actor: MemberActor): Promise<Record<ConsignmentView, number>> {
  const [row] = await db.execute<Record<ConsignmentView, number>>(sql`
    select (count(*) filter (where ${viewed("today")}))::int as today,
           (count(*) filter (where ${viewed("later")}))::int as later,
           (count(*) filter (where ${viewed("counting")}))::int as counting,
           (count(*) filter (where ${viewed("received")}))::int as received,
           (count(*) filter (where ${viewed("cancelled")}))::int as cancelled
    from consignments c where ${withinReach(actor, sql`c.organization_id`)}`);
  return row!;
}

/** What is due by now, or on no day in particular, is asked for today. */
function viewed(view: ConsignmentView): SQL {
  const today = todayInShanghai();
  switch (view) {
    case "today":
      return sql`c.status = 'expected' and coalesce(c.expected_on <= ${today}::date, true)`;
    case "later":
      return sql`c.status = 'expected' and c.expected_on > ${today}::date`;
    default:
      return sql`c.status = ${view}`;
  }
}

/** SQL: nobody has looked into this box yet. `box` is an alias of `boxes`. */
export const isUnknown = (box: SQL): SQL => sql`
  ${box}.kind = 'box' and ${box}.consignment_line is null
  and not exists (select from box_contents held where held.box_id = ${box}.id)`;

const millisecondsOf = (column: SQL): SQL => sql`extract(epoch from ${column}) * 1000`;

type Listed = Omit<ConsignmentRow, "arrivedAt" | "checkedAt"> & {
  arrived: string | null;
  checked: string | null;
  total: number;
};

function rowOf({ arrived, checked, total: _total, ...row }: Listed): ConsignmentRow {
  const at = (milliseconds: string | null) => (milliseconds === null ? null : new Date(Number(milliseconds)));
  return { ...row, arrivedAt: at(arrived), checkedAt: at(checked) };
}
