import { sql } from "drizzle-orm";
import { db } from "#db";
import type { StocktakeKind, StocktakeStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { withinReach } from "../within-reach.server.ts";

export interface StocktakeFilter {
  warehouseId?: string | null;
  status?: StocktakeStatus | null;
  page?: number;
}

export interface StocktakeRow {
  id: string;
  number: string;
  warehouse: string;
  kind: StocktakeKind;
  blind: boolean;
  status: StocktakeStatus;
  bins: number;
  counted: number;
  createdAt: Date;
  createdBy: string | null;
}

/** The stocktakes within reach, the newest first. */
export async function listStocktakes(
  actor: MemberActor,
  { warehouseId, status, page = 1 }: StocktakeFilter,
): Promise<Page<StocktakeRow>> {
  const rows = await db.execute<Omit<StocktakeRow, "createdAt"> & { createdAt: string; total: number }>(sql`
    select s.id, s.number, w.name as warehouse, s.kind, s.blind, s.status, s.created_at::text as "createdAt",
           u.name as "createdBy", count(*) over ()::int as total,
           (select count(*)::int from stocktake_bins b where b.stocktake_id = s.id) as bins,
           (select count(*)::int from stocktake_bins b where b.stocktake_id = s.id and b.rounds > 0) as counted
    from stocktakes s
    join warehouses w on w.id = s.warehouse_id
    left join users u on u.id = s.created_by
    where ${withinReach(actor, sql`s.organization_id`)}
      ${warehouseId ? sql`and s.warehouse_id = ${warehouseId}::uuid` : sql``}
      ${status ? sql`and s.status = ${status}` : sql``}
    order by s.created_at desc, s.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _total, createdAt, ...row }) => ({ ...row, createdAt: new Date(createdAt) })),
    page,
    pageSize: PAGE_SIZE,
  };
}
