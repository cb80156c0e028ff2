import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { PublicSummary } from "./public-summary.ts";

const MOST = 500;

/**
 * What sites asked for and have not got yet, by item across organizations: how much in the item's base unit, how much of it
 * is on the way for these very needs, and what stands in store. The most widely wanted first. What sites wrote in words
 * of their own is counted, never quoted: it may name people.
 */
export async function summarizeNeeds(tx: Tx, items: PublicSummary["items"]): Promise<PublicSummary["needs"]> {
  const [counts] = await tx.execute<{ open: number; met: number; otherWishes: number }>(sql`
    select (count(*) filter (where status in ('asked', 'accepted')))::int as open,
           (count(*) filter (where status = 'met'))::int as met,
           (select count(*)::int from public_need_lines l join public_needs n on n.id = l.need_id
            where n.status in ('asked', 'accepted') and l.item_id is null) as "otherWishes"
    from public_needs`);
  const rows = await tx.execute<{
    name: string;
    unit: string;
    sites: number;
    wanted: string | null;
    way: string;
  }>(sql`
    with wanted as (
      select i.name, i.base_unit as unit, count(distinct n.site_id)::int as sites,
             sum(l.quantity) filter (where l.unit = i.base_unit) as quantity
      from public_need_lines l
      join public_needs n on n.id = l.need_id and n.status in ('asked', 'accepted')
      join items i on i.id = l.item_id group by 1, 2
    ), way as (
      select i.name, i.base_unit as unit, sum(l.quantity) as quantity
      from public_deliveries d
      join public_needs n on n.id = d.need_id and n.status in ('asked', 'accepted')
      join public_delivery_lines l on l.delivery_id = d.id
      join items i on i.id = l.item_id
      where d.status in ('planned', 'dispatched') group by 1, 2
    )
    select name, unit, wanted.sites, wanted.quantity::text as wanted, coalesce(way.quantity, 0)::text as way
    from wanted left join way using (name, unit)
    order by wanted.sites desc, wanted.quantity desc nulls last, name collate "zh-x-icu" limit ${MOST}`);
  const left = new Map(items.map(({ name, unit, left }) => [`${name}/${unit}`, left.quantity]));
  return {
    open: counts?.open ?? 0,
    met: counts?.met ?? 0,
    otherWishes: counts?.otherWishes ?? 0,
    items: rows.map(({ wanted, way, ...row }) => ({
      ...row,
      wanted: wanted === null ? null : BigInt(wanted),
      onTheWay: BigInt(way),
      inStock: left.get(`${row.name}/${row.unit}`) ?? 0n,
    })),
  };
}
