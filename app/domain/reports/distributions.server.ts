import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { ItemCategory, PaymentKind, SiteKind } from "#db/vocabulary";
import type { DistributionRow, DistributionTotals } from "./distribution.ts";
import type { Cut, ReportFilter } from "./filter.ts";
import { goodsHandedOut, inCut, isoMoment, moneySpent, stockChange } from "./flows.server.ts";
import { publicCount } from "../small-number.ts";

const PAGE_SIZE = 50;
const BATCH = 3000;

/** A page of 捐赠款物分配使用公示表 by date, and the totals of the whole filter. `page` counts from 1. Anybody may read it. */
export async function listDistributions(filter: ReportFilter, page = 1) {
  const offset = (page - 1) * PAGE_SIZE;
  const [rows, totals] = await Promise.all([
    selectRows(filter, sql`true`, offset, PAGE_SIZE),
    distributionTotals(filter),
  ]);
  const numbered = rows.map((row, i) => toDistribution(row, offset + i + 1));
  return { rows: numbered, total: totals.rows, page, pageSize: PAGE_SIZE, totals };
}

/** The whole table in batches, for files: each a short query, so a slow reader holds no connection. */
export async function* distributionBatches(filter: ReportFilter & Cut): AsyncGenerator<DistributionRow[]> {
  const [{ last } = { last: "0" }] = await db.execute<{ last: string }>(
    sql`select coalesce(max(seq), 0) as last from entries`,
  );
  let after: SQL = sql`true`;
  for (let n = 1; ;) {
    const rows = await selectRows(filter, sql`seq <= ${last} and ${after}`, 0, BATCH);
    const end = rows.at(-1);
    if (!end) return;
    const first = n;
    yield rows.map((row, i) => toDistribution(row, first + i));
    n += rows.length;
    after = sql`(occurred_on, seq, line) > (${end.on}::date, ${end.seq}::bigint, ${end.line}::int)`;
  }
}

async function distributionTotals(filter: ReportFilter): Promise<DistributionTotals> {
  const [sum] = await db.execute<{ rows: number; money: string; goods: string }>(sql`
    with ${use(filter)}
    select count(*)::int as rows,
           coalesce(sum(value_fen) filter (where kind <> 'goods'), 0) as money,
           coalesce(sum(value_fen) filter (where kind = 'goods'), 0) as goods from used`);
  return { rows: sum?.rows ?? 0, moneyFen: BigInt(sum?.money ?? 0), goodsFen: BigInt(sum?.goods ?? 0) };
}

/**
 * `used`: a row for each line of each delivery that was sent or called off on the road, for each line of what a site sent
 * back, for what was missing and turned up in a warehouse, and for each payment.
 */
const use = ({ from, to, township, ...cut }: ReportFilter & Cut): SQL => sql`
  moved as (
    select m.seq, m.occurred_on, m.document_id, m.organization_id, sign(sum(${goodsHandedOut}))::int as sign
    from movements m
    where ${goodsHandedOut} <> 0 and ${during(from, to)} and ${inCut(cut)}
    group by 1, 2, 3, 4
  ), used as (
    select moved.seq, moved.occurred_on, line.n as line, 'goods' as kind, moved.sign, moved.organization_id,
           delivery.id as document_id, line.item_id, rode.quantity * moved.sign as quantity,
           rode.value_fen * moved.sign as value_fen, site.township_code
    from moved
    join public_deliveries delivery on delivery.id = moved.document_id
    join public_delivery_lines line on line.delivery_id = delivery.id
    cross join lateral ${rode} rode
    join public_sites site on site.id = delivery.site_id
    where ${township}::text is null or site.township_code = ${township}
    union all
    select moved.seq, moved.occurred_on, line.n, 'goods', moved.sign, moved.organization_id, back.id, line.item_id,
           came.quantity * moved.sign, came.value_fen * moved.sign, site.township_code
    from moved
    join public_returns back on back.id = moved.document_id
    join return_lines came on came.return_id = back.id
    join public_delivery_lines line on line.delivery_id = back.delivery_id and line.n = came.line_n
    join public_deliveries delivery on delivery.id = back.delivery_id
    join public_sites site on site.id = delivery.site_id
    where ${township}::text is null or site.township_code = ${township}
    union all
    select moved.seq, moved.occurred_on, found.line_n, 'goods', moved.sign, moved.organization_id, found.id,
           found.item_id, found.quantity * moved.sign,
           (select sum(value_fen) from case_lots where case_id = found.id) * moved.sign, site.township_code
    from moved
    join public_cases found on found.id = moved.document_id
    join public_deliveries delivery on delivery.id = found.delivery_id
    join public_sites site on site.id = delivery.site_id
    where ${township}::text is null or site.township_code = ${township}
    union all
    select m.seq, m.occurred_on, m.n, payment.kind, ${moneySpent}, m.organization_id, payment.id, null, null,
           m.amount * ${moneySpent}, payment.township_code
    from movements m
    join public_payments payment on payment.id = m.document_id
    where ${moneySpent} <> 0 and ${during(from, to)} and ${inCut(cut)}
      and (${township}::text is null or payment.township_code = ${township})
  )`;

/**
 * Of a delivery's line, what went out with it, or came back when the rest was called off: all of it, or what no receipt for
 * a part took. The good of parts fills the picks from the first on, the damaged from the last back, as `onTheRoad` has it.
 */
const rode = sql`(
  select line.quantity, line.value_fen where moved.sign > 0
  union all
  select sum(left_over.quantity), sum(left_over.value_fen)
  from (
    select quantity - good - damaged as quantity,
           trunc(value_fen::numeric * (quantity - damaged) / quantity)::bigint
             - trunc(value_fen::numeric * good / quantity)::bigint as value_fen
    from (
      select pick.quantity, pick.value_fen,
             least(pick.quantity, greatest(0, line.partly - (pick.upto - pick.quantity))) as good,
             least(pick.quantity, greatest(0, coalesce(line.damaged, 0) - (line.quantity - pick.upto))) as damaged
      from (select quantity, value_fen, sum(quantity) over (order by n)::bigint as upto from delivery_picks
            where delivery_id = line.delivery_id and line_n = line.n) pick
    ) filled
  ) left_over having moved.sign < 0
)`;

const during = (from: string | null, to: string | null): SQL => sql`
  (${from}::date is null or m.occurred_on >= ${from}::date) and (${to}::date is null or m.occurred_on <= ${to}::date)`;

type Row = {
  seq: string;
  line: number;
  on: string;
  kind: "goods" | PaymentKind;
  sign: number;
  number: string;
  returned_of: string | null;
  found_of: string | null;
  organization: string;
  gift_numbers: string[] | null;
  item: string | null;
  category: ItemCategory | null;
  specification: string | null;
  unit: string | null;
  quantity: string | null;
  value_fen: string;
  site: string | null;
  payee: string | null;
  township: string | null;
  site_kind: SiteKind | null;
  households: number | null;
  people: number | null;
  good: string | null;
  short: string | null;
  damaged: string | null;
  extra: string | null;
  confirmed_at: string | null;
  receiver_post: string | null;
  purpose: string | null;
  restricted: "all" | "part" | "none";
  stock_after: string | null;
};

async function selectRows(
  filter: ReportFilter & Cut,
  where: SQL,
  offset: number,
  limit: number,
): Promise<Row[]> {
  return db.execute<Row>(sql`
    with ${use(filter)}, page as materialized (
      select * from used where ${where} order by occurred_on, seq, line offset ${offset} limit ${limit}
    ), stock as materialized (
      select item_id, seq, sum(change) over (partition by item_id order by occurred_on, seq) as after
      from (select l.item_id, m.occurred_on, m.seq, sum(m.amount * ${stockChange}) as change
            from source_lots l join movements m on m.asset_id = l.asset_id
            where l.item_id in (select item_id from page) and ${stockChange} <> 0 group by 1, 2, 3) changes
    )
    select page.seq, page.line, page.occurred_on::text as on, page.kind, page.sign,
           coalesce(back.number, found.number, delivery.number, payment.number) as number,
           case when back.id is not null then delivery.number end as returned_of,
           case when found.id is not null then delivery.number end as found_of, organization.name as organization,
           picked.gift_numbers, item.name as item, item.category, item.specification, item.base_unit as unit,
           page.quantity, page.value_fen, site.name as site, payment.payee, township.name as township,
           site.kind as site_kind, handed.households, handed.people,
           coalesce(line.good, case when line.partly > 0 or line.damaged > 0 then line.partly end) as good,
           line.short, line.damaged, line.extra,
           ${isoMoment(sql`delivery.confirmed_at`)} as confirmed_at, delivery.receiver_post,
           coalesce(payment.purpose, picked.purpose) as purpose,
           case when payment.id is not null then case when fund.restriction_id is null then 'none' else 'all' end
                else picked.restricted end as restricted,
           stock.after as stock_after
    from page
    join organizations organization on organization.id = page.organization_id
    left join public_returns back on page.kind = 'goods' and back.id = page.document_id
    left join public_cases found on page.kind = 'goods' and found.id = page.document_id
    left join public_deliveries delivery on page.kind = 'goods'
      and delivery.id = coalesce(back.delivery_id, found.delivery_id, page.document_id)
    left join public_delivery_lines line on line.delivery_id = delivery.id and line.n = page.line
    left join items item on item.id = page.item_id
    left join public_sites site on site.id = delivery.site_id
    left join townships township on township.code = page.township_code
    left join public_payments payment on page.kind <> 'goods' and payment.id = page.document_id
    left join funds fund on fund.id = payment.fund_id
    left join stock on stock.item_id = page.item_id and stock.seq = page.seq
    left join lateral (
      select array_agg(distinct gift.number order by gift.number) as gift_numbers,
             string_agg(distinct restriction.text, '、') as purpose,
             case when bool_and(lot.restriction_id is not null) then 'all'
                  when bool_or(lot.restriction_id is not null) then 'part' else 'none' end as restricted
      from delivery_picks pick
      join source_lots lot on lot.asset_id = pick.asset_id
      left join kit_components part on part.kit_asset_id = lot.asset_id
      left join source_lots inside on inside.asset_id = part.asset_id
      join public_gifts gift on gift.id = coalesce(lot.gift_id, inside.gift_id)
      left join restrictions restriction on restriction.id = lot.restriction_id
      where pick.delivery_id = delivery.id and pick.line_n = page.line
    ) picked on page.kind = 'goods'
    left join lateral (
      select sum(households)::int as households, sum(people)::int as people
      from public_hand_overs where delivery_id = delivery.id
    ) handed on page.line = 1 and page.sign > 0 and page.kind = 'goods'
    order by page.occurred_on, page.seq, page.line`);
}

function toDistribution(row: Row, n: number): DistributionRow {
  const signed = row.sign > 0 && row.good !== null;
  return {
    n,
    kind: row.kind,
    on: row.on,
    number: row.number,
    returnOf: row.returned_of,
    foundOf: row.found_of,
    organization: row.organization,
    giftNumbers: row.gift_numbers ?? [],
    item: row.item,
    category: row.category,
    specification: row.specification,
    unit: row.unit,
    quantity: whole(row.quantity),
    valueFen: BigInt(row.value_fen),
    receiver: row.site ?? row.payee,
    township: row.township,
    siteKind: row.site_kind,
    households: row.households === null ? null : publicCount(row.households),
    people: row.people === null ? null : publicCount(row.people),
    good: signed ? whole(row.good) : null,
    short: signed ? BigInt(row.short ?? 0) : 0n,
    damaged: signed ? BigInt(row.damaged ?? 0) : 0n,
    extra: signed ? BigInt(row.extra ?? 0) : 0n,
    confirmedAt: signed && row.confirmed_at ? new Date(row.confirmed_at) : null,
    receiverPost: signed ? row.receiver_post : null,
    purpose: row.purpose,
    restricted: row.restricted,
    stockAfter: whole(row.stock_after),
    takenBack: row.sign < 0,
  };
}

const whole = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
