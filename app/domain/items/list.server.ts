import { sql } from "drizzle-orm";
import { db } from "#db";
import type { ItemCategory } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";
import { offsetOf, PAGE_SIZE, type Page } from "../paging.ts";
import type { Pack } from "../quantity.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import { itemIsTyped } from "./search.server.ts";

export interface ItemRow {
  id: string;
  name: string;
  category: ItemCategory;
  unit: string;
  specification: string | null;
  /** Other names it goes by. */
  aliases: string[];
  pack: Pack | undefined;
  /** Nobody has looked yet whether it is new or one we have. */
  unreviewed: boolean;
  /** Base units that came in gifts that stand, and in how many lots. */
  receivedQuantity: bigint;
  lots: number;
}

/** The catalogue within reach by name in pinyin order; `q` is a name, its pinyin or initials, or a barcode. */
export async function listItems(
  actor: MemberActor,
  filter: { q?: string; category?: ItemCategory; page?: number } = {},
): Promise<Page<ItemRow>> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Listed>(sql`
    select i.id, i.name, i.category, i.base_unit as unit, i.specification, i.pack_name as "packName",
           i.pack_size as "packSize", i.reviewed_at is null as unreviewed,
           array(select a.name from item_aliases a where a.item_id = i.id order by a.name collate "zh-x-icu") as aliases,
           came.quantity as "receivedQuantity", came.lots, i.total
    from (
      select i.*, count(*) over ()::int as total from items i
      where ${allOf(
        withinReach(actor, sql`i.organization_id`),
        sql`i.merged_into is null`,
        filter.q ? itemIsTyped(filter.q) : undefined,
        filter.category && sql`i.category = ${filter.category}`,
      )}
      order by i.name collate "zh-x-icu", i.id limit ${PAGE_SIZE} offset ${offsetOf(page)}
    ) i
    cross join lateral (
      select coalesce(sum(l.quantity), 0) as quantity, count(*)::int as lots
      from source_lots l join gifts g on g.id = l.gift_id
      where l.item_id = i.id and not ${isReversed(sql`g.entry_id`)}
    ) came
    order by i.name collate "zh-x-icu", i.id`);
  return {
    rows: rows.map(({ total: _total, packName, packSize, ...row }) => ({
      ...row,
      pack: packName !== null && packSize !== null ? { name: packName, size: BigInt(packSize) } : undefined,
      receivedQuantity: BigInt(row.receivedQuantity),
    })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

type Listed = Omit<ItemRow, "pack" | "receivedQuantity"> & {
  packName: string | null;
  packSize: string | null;
  receivedQuantity: string;
  total: number;
};
