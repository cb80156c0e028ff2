import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { withinReach } from "../within-reach.server.ts";

export interface KitRow {
  id: string;
  number: string;
  item: string;
  unit: string;
  quantity: bigint;
  warehouse: string;
  createdBy: string | null;
  createdAt: Date;
  takenBack: boolean;
}

/** The assemblies of kits within reach, the newest first. */
export async function listKits(actor: MemberActor, filter: { page?: number } = {}): Promise<Page<KitRow>> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Listed>(sql`
    select k.id, k.number, i.name as item, i.base_unit as unit, k.quantity::text, w.name as warehouse,
           u.name as "createdBy", k.created_at::text as "createdAt", ${isReversed(sql`k.entry_id`)} as "takenBack",
           count(*) over ()::int as total
    from kits k
    join items i on i.id = k.item_id
    join warehouses w on w.id = k.warehouse_id
    left join users u on u.id = k.created_by
    where ${withinReach(actor, sql`k.organization_id`)}
    order by k.created_at desc, k.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, ...row }) => ({
      ...row,
      quantity: BigInt(row.quantity),
      createdAt: new Date(row.createdAt),
    })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

type Listed = Omit<KitRow, "quantity" | "createdAt"> & { quantity: string; createdAt: string; total: number };
