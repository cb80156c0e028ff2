import { sql } from "drizzle-orm";
import { db } from "#db";
import type { BoxKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { parseCode } from "../code.ts";
import { isUnknown } from "../consignments/list.server.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";

export type BoxRow = {
  id: string;
  code: string;
  kind: BoxKind;
  warehouse: string;
  bin: string | null;
  accountKind: string;
  /** The names of what is in it, or what it was counted as at the door; null for an unknown box. */
  items: string | null;
  note: string | null;
  delivery: string | null;
  pallet: string | null;
  /** How many boxes stand on it. */
  stacked: number;
};

export interface BoxFilter {
  warehouseId?: string | null;
  binId?: string | null;
  /** Part of an item's name, of the note, or a code. */
  q?: string | null;
  /** Only boxes nobody has looked into. */
  unknown?: boolean;
  page?: number;
}

/** The boxes and pallets within reach that are not empty, the newest first. */
export async function listBoxes(actor: MemberActor, filter: BoxFilter = {}): Promise<Page<BoxRow>> {
  const { warehouseId, binId, q, unknown, page = 1 } = filter;
  const code = q ? parseCode(q) : null;
  const rows = await db.execute<BoxRow & { total: number }>(sql`
    select b.id, l.code, b.kind, w.name as warehouse, bin.name as bin, a.kind as "accountKind",
           coalesce(held.items, counted.item) as items, b.note,
           d.number as delivery,
           (select code from labels where box_id = b.pallet_id and revoked_at is null limit 1) as pallet,
           (select count(*)::int from boxes on_it where on_it.pallet_id = b.id and on_it.emptied_at is null) as stacked,
           count(*) over ()::int as total
    from boxes b
    join labels l on l.box_id = b.id and l.revoked_at is null
    join warehouses w on w.id = b.warehouse_id
    join accounts a on a.id = b.account_id
    left join bins bin on bin.account_id = b.account_id
    left join deliveries d on d.id = b.delivery_id
    left join consignment_lines counted on counted.consignment_id = b.consignment_id and counted.n = b.consignment_line
    left join lateral (
      select string_agg(distinct i.name, '、') as items
      from box_contents c join source_lots s on s.asset_id = c.asset_id join items i on i.id = s.item_id
      where c.box_id = b.id
    ) held on true
    where b.emptied_at is null and ${allOf(
      withinReach(actor, sql`b.organization_id`),
      warehouseId ? sql`b.warehouse_id = ${warehouseId}::uuid` : undefined,
      binId ? sql`bin.id = ${binId}::uuid` : undefined,
      unknown ? sql`${isUnknown(sql`b`)} and b.delivery_id is null` : undefined,
      q
        ? sql`(${contains(sql`held.items`, q)} or ${contains(sql`counted.item`, q)} or ${contains(sql`b.note`, q)}
              or l.code = ${code?.ok ? code.code : ""})`
        : undefined,
    )}
    order by b.created_at desc, b.id limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
