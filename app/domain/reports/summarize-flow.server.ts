import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { DonorKind, ItemCategory, SiteKind } from "#db/vocabulary";
import {
  deliveryOfLeg,
  donorOfLeg,
  goodsConverted,
  goodsHandedOut,
  goodsReceived,
  moneyReceived,
  moneySpent,
} from "./flows.server.ts";
import type { PublicSummary, TimelinePoint } from "./public-summary.ts";
import { cumulate } from "./timeline.ts";

/** Value of goods from each kind of donor, by the category they are of now: what went into kits came for kits. */
export async function summarizeSources(tx: Tx): Promise<PublicSummary["sources"]> {
  const rows = await tx.execute<{ from: DonorKind | "supplier"; category: ItemCategory; value: string }>(sql`
    with given as (
      select coalesce(d.kind, 'supplier') as from, i.category, m.value_fen * ${goodsReceived} as value
      from movements m
      join source_lots l on l.asset_id = m.asset_id join items i on i.id = l.item_id
      left join public_donors d on ${donorOfLeg}
      where ${goodsReceived} <> 0
      union all
      select d.kind, side.category, side.value
      from movements m
      join public_kits k on k.id = m.document_id join items kit on kit.id = k.item_id
      join source_lots l on l.asset_id = m.asset_id join items i on i.id = l.item_id
      join public_gifts g on g.id = l.gift_id join public_donors d on d.id = g.donor_id
      cross join lateral (
        values (i.category, m.value_fen * ${goodsConverted}), (kit.category, -m.value_fen * ${goodsConverted})
      ) as side (category, value)
      where ${goodsConverted} <> 0
    )
    select "from", category, sum(value) as value from given
    group by 1, 2 having sum(value) > 0 order by 3 desc, 1, 2`);
  return rows.map(({ value, ...row }) => ({ ...row, valueFen: BigInt(value) }));
}

/** Value of goods by category, to each kind of site; what is left and lost closes the sum. */
export async function summarizeDestinations(
  tx: Tx,
  items: PublicSummary["items"],
): Promise<PublicSummary["destinations"]> {
  const rows = await tx.execute<{ category: ItemCategory; to: SiteKind; value: string }>(sql`
    select i.category, s.kind as to, sum(m.value_fen * ${goodsHandedOut}) as value
    from movements m
    join source_lots l on l.asset_id = m.asset_id join items i on i.id = l.item_id
    join public_deliveries d on ${deliveryOfLeg} join public_sites s on s.id = d.site_id
    where ${goodsHandedOut} <> 0 group by 1, 2 having sum(m.value_fen * ${goodsHandedOut}) > 0 order by 3 desc, 1, 2`);
  const sent = rows.map(({ value, ...row }) => ({ ...row, valueFen: BigInt(value) }));
  return [...sent, ...byCategory(items, "left"), ...byCategory(items, "lost")];
}

function byCategory(items: PublicSummary["items"], to: "left" | "lost"): PublicSummary["destinations"] {
  const sums = new Map<ItemCategory, bigint>();
  for (const item of items) sums.set(item.category, (sums.get(item.category) ?? 0n) + item[to].valueFen);
  return [...sums].flatMap(([category, valueFen]) => (valueFen > 0n ? [{ category, to, valueFen }] : []));
}

/** What had come and gone by then, over the days of the journal. */
export async function summarizeTimeline(tx: Tx): Promise<PublicSummary["timeline"]> {
  const rows = await tx.execute<Record<keyof TimelinePoint, string>>(sql`
    select m.occurred_on::text as on, sum(m.amount * ${moneyReceived}) as "moneyReceived",
           sum(m.amount * ${moneySpent}) as "moneySpent", sum(m.value_fen * ${goodsReceived}) as "goodsReceived",
           sum(m.value_fen * ${goodsHandedOut}) as "goodsHandedOut"
    from movements m group by m.occurred_on order by m.occurred_on`);
  return cumulate(
    rows.map((row) => ({
      on: row.on,
      moneyReceived: BigInt(row.moneyReceived),
      moneySpent: BigInt(row.moneySpent),
      goodsReceived: BigInt(row.goodsReceived),
      goodsHandedOut: BigInt(row.goodsHandedOut),
    })),
  );
}
