import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";

export interface ReturnRow {
  id: string;
  number: string;
  deliveryId: string;
  deliveryNumber: string;
  site: string;
  warehouse: string;
  reason: string;
  createdBy: string | null;
  createdAt: Date;
}

/** What sites sent back, within reach, the newest first; or of one delivery. */
export async function listReturns(
  actor: MemberActor,
  filter: { deliveryId?: string | undefined; page?: number } = {},
): Promise<Page<ReturnRow>> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Omit<ReturnRow, "createdAt"> & { createdAt: string; total: number }>(sql`
    select r.id, r.number, d.id as "deliveryId", d.number as "deliveryNumber", s.name as site, w.name as warehouse,
           r.reason, u.name as "createdBy", r.created_at::text as "createdAt", count(*) over ()::int as total
    from returns r
    join deliveries d on d.id = r.delivery_id
    join sites s on s.id = d.site_id
    join warehouses w on w.id = r.warehouse_id
    left join users u on u.id = r.created_by
    where ${allOf(
      withinReach(actor, sql`r.organization_id`),
      filter.deliveryId ? sql`r.delivery_id = ${filter.deliveryId}::uuid` : undefined,
    )}
    order by r.created_at desc, r.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, ...row }) => ({ ...row, createdAt: new Date(row.createdAt) })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
