import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { ItemCategory } from "#db/vocabulary";
import {
  goodsConverted,
  goodsHandedOut,
  goodsLost,
  goodsReceived,
  inStock,
  moneyGrants,
  moneyPurchases,
  moneyReceived,
  standing,
} from "./flows.server.ts";
import type { PublicSummary } from "./public-summary.ts";

/** Money received, spent and left; what is left comes from the balances, so that the sum checks one against the other. */
export async function summarizeMoney(tx: Tx): Promise<PublicSummary["money"]> {
  const [row] = await tx.execute<{
    gifts: number;
    received: string;
    restricted: string;
    purchases: string;
    grants: string;
    remaining: string;
  }>(sql`
    select coalesce(sum(${moneyReceived}), 0)::int as gifts, coalesce(sum(m.amount * ${moneyReceived}), 0) as received,
           coalesce(sum(m.amount * ${moneyReceived}) filter (where f.restriction_id is not null), 0) as restricted,
           coalesce(sum(m.amount * ${moneyPurchases}), 0) as purchases, coalesce(sum(m.amount * ${moneyGrants}), 0) as grants,
           (select coalesce(sum(b.amount), 0) from balances b join accounts a on a.id = b.account_id and a.kind = 'fund') as remaining
    from movements m
    left join funds f on f.account_id = case when m.to_kind = 'fund' then m.to_account else m.from_account end
    where m.asset_id = 1`);
  return {
    gifts: row?.gifts ?? 0,
    receivedFen: BigInt(row?.received ?? 0),
    restrictedFen: BigInt(row?.restricted ?? 0),
    purchasesFen: BigInt(row?.purchases ?? 0),
    grantsFen: BigInt(row?.grants ?? 0),
    leftFen: BigInt(row?.remaining ?? 0),
  };
}

/** What came, went into kits or came of them, went, was lost and is there, of each item, by name and unit across organizations. */
export async function summarizeItems(tx: Tx): Promise<PublicSummary["items"]> {
  const rows = await tx.execute<{
    name: string;
    unit: string;
    category: ItemCategory;
    figures: string[];
  }>(sql`
    with flow as (
      select l.item_id,
             sum(m.amount * ${goodsReceived}) as received, sum(m.value_fen * ${goodsReceived}) as received_fen,
             sum(m.amount * ${goodsConverted}) as converted, sum(m.value_fen * ${goodsConverted}) as converted_fen,
             sum(m.amount * ${goodsHandedOut}) as out, sum(m.value_fen * ${goodsHandedOut}) as out_fen,
             sum(m.amount * ${goodsLost}) as lost, sum(m.value_fen * ${goodsLost}) as lost_fen
      from movements m join source_lots l on l.asset_id = m.asset_id group by 1
    ), held as (
      select l.item_id, sum(b.amount) as amount, sum(b.value_fen) as value_fen
      from balances b join accounts a on a.id = b.account_id and ${inStock}
      join source_lots l on l.asset_id = b.asset_id group by 1
    ), item as (
      select i.name, i.base_unit as unit, min(i.category) as category, sum(received_fen) as received_fen,
             array[sum(received), sum(received_fen), sum(converted), sum(converted_fen), sum(out), sum(out_fen),
                   sum(lost), sum(lost_fen), coalesce(sum(held.amount), 0), coalesce(sum(held.value_fen), 0)] as figures
      from flow join items i on i.id = flow.item_id left join held on held.item_id = flow.item_id
      group by 1, 2
    )
    select name, unit, category, figures::text[] as figures from item
    where exists (select from unnest(figures) as figure where figure <> 0)
    order by received_fen desc, name collate "zh-x-icu", unit`);
  return rows.map(({ name, unit, category, figures }) => {
    const pair = (at: number) => ({
      quantity: BigInt(figures[at] ?? 0),
      valueFen: BigInt(figures[at + 1] ?? 0),
    });
    return {
      name,
      unit,
      category,
      received: pair(0),
      converted: pair(2),
      handedOut: pair(4),
      lost: pair(6),
      left: pair(8),
    };
  });
}

/** The totals of goods, from the items' own figures and the counts of documents. */
export async function summarizeGoods(tx: Tx, items: PublicSummary["items"]): Promise<PublicSummary["goods"]> {
  const [row] = await tx.execute<{
    lots: number;
    unvalued: number;
    deliveries: number;
    differing: number;
    open_cases: number;
    left_fen: string;
  }>(sql`
    select (select count(*)::int from source_lots l join public_gifts g on g.id = l.gift_id where ${standing}) as lots,
           (select count(*)::int from source_lots l join public_gifts g on g.id = l.gift_id
            where l.value_basis = 'unvalued' and ${standing}) as unvalued,
           (select count(*)::int from public_deliveries where status in ('dispatched', 'confirmed')) as deliveries,
           (select count(distinct delivery_id)::int from public_delivery_lines
            where coalesce(short, 0) + coalesce(damaged, 0) > 0) as differing,
           (select count(*)::int from public_cases where closed_at is null) as open_cases,
           (select coalesce(sum(b.value_fen), 0) from balances b
            join accounts a on a.id = b.account_id and ${inStock}) as left_fen`);
  const sum = (of: "received" | "handedOut" | "lost") =>
    items.reduce((total, item) => total + item[of].valueFen, 0n);
  return {
    lots: row?.lots ?? 0,
    kinds: items.filter(({ received }) => received.quantity > 0n).length,
    deliveries: row?.deliveries ?? 0,
    deliveriesWithDifferences: row?.differing ?? 0,
    openCases: row?.open_cases ?? 0,
    receivedFen: sum("received"),
    handedOutFen: sum("handedOut"),
    lostFen: sum("lost"),
    leftFen: BigInt(row?.left_fen ?? 0),
    unvaluedLots: row?.unvalued ?? 0,
    itemsOff: items.filter(isOff).length,
  };
}

const isOff = ({ received, converted, handedOut, lost, left }: PublicSummary["items"][number]): boolean =>
  received.quantity + converted.quantity - handedOut.quantity - lost.quantity !== left.quantity ||
  received.valueFen + converted.valueFen - handedOut.valueFen - lost.valueFen !== left.valueFen;

/** What was promised and has not come, withdrawn promises left out. */
export async function summarizePledges(tx: Tx): Promise<PublicSummary["pledged"]> {
  const [row] = await tx.execute<{ money: string; money_pledges: number; goods_pledges: number }>(sql`
    with open as (
      select p.amount_fen - coalesce((select sum(g.amount_fen) from public_gifts g where g.pledge_id = p.id and ${standing}), 0) as fen
      from public_pledges p where p.kind = 'money' and p.withdrawn_at is null
    )
    select coalesce(sum(fen) filter (where fen > 0), 0) as money, (count(*) filter (where fen > 0))::int as money_pledges,
           (select count(distinct p.id)::int
            from public_pledges p join pledge_lines line on line.pledge_id = p.id
            where p.withdrawn_at is null and line.quantity > coalesce((
              select sum(l.quantity) from public_gifts g join source_lots l on l.gift_id = g.id
              where g.pledge_id = p.id and l.item_id = line.item_id and ${standing}), 0)) as goods_pledges
    from open`);
  return {
    moneyFen: BigInt(row?.money ?? 0),
    moneyPledges: row?.money_pledges ?? 0,
    goodsPledges: row?.goods_pledges ?? 0,
  };
}
