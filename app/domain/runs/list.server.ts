import { sql } from "drizzle-orm";
import { db } from "#db";
import type { RunStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";

export interface RunRow {
  id: string;
  number: string;
  status: RunStatus;
  warehouse: string;
  plate: string;
  driver: string;
  leavesAt: Date;
  leftAt: Date | null;
  doneAt: Date | null;
  stops: number;
  arrived: number;
  boxes: number;
  /** In the order of the way, each once. */
  townships: string[];
}

type Listed = Omit<RunRow, "leavesAt" | "leftAt" | "doneAt"> & {
  leavesAt: string;
  leftAt: string | null;
  doneAt: string | null;
  total: number;
};

/** The runs within reach: those on the road first, then those planned, the next to leave first, then the others. */
export async function listRuns(
  actor: MemberActor,
  filter: { status?: RunStatus | null | undefined; page?: number } = {},
): Promise<Page<RunRow>> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Listed>(sql`
    select r.id, r.number, r.status, w.name as warehouse, v.plate, d.name as driver, way.stops, way.arrived,
           way.boxes, way.townships, r.leaves_at::text as "leavesAt", r.left_at::text as "leftAt",
           r.done_at::text as "doneAt", count(*) over ()::int as total
    from runs r
    join warehouses w on w.id = r.warehouse_id
    join vehicles v on v.id = r.vehicle_id
    join drivers d on d.id = r.driver_id
    cross join lateral (
      select count(*)::int as stops, count(stop.arrived_at)::int as arrived,
             coalesce(sum(delivery.boxes), 0)::int as boxes, coalesce(json_agg(t.name order by stop.n), '[]') as townships
      from run_stops stop
      join deliveries delivery on delivery.id = stop.delivery_id
      join sites s on s.id = delivery.site_id
      join townships t on t.code = coalesce(stop.township_code, s.township_code)
      where stop.run_id = r.id
    ) way
    where ${allOf(
      withinReach(actor, sql`r.organization_id`),
      filter.status ? sql`r.status = ${filter.status}` : undefined,
    )}
    order by case r.status when 'on_road' then 0 when 'planned' then 1 else 2 end,
             case r.status when 'planned' then r.leaves_at end, r.id desc
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, townships, ...row }) => ({
      ...row,
      townships: [...new Set(townships)],
      leavesAt: new Date(row.leavesAt),
      leftAt: instant(row.leftAt),
      doneAt: instant(row.doneAt),
    })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
