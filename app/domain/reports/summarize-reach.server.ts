import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import {
  deliveryOfLeg,
  donorOfLeg,
  goodsHandedOut,
  goodsReceived,
  isoMoment,
  moneyReceived,
  standing,
} from "./flows.server.ts";
import type { PublicSummary } from "./public-summary.ts";

const LATEST = 7;
const NAMED_DONORS = 12;
const UNVALUED = 50;

/**
 * Where goods were signed for, and how many people they were handed on to. A hospital is one hospital, though it may be
 * registered under each township that sent it something: so hospitals count by name.
 */
export async function summarizeReach(tx: Tx): Promise<PublicSummary["reached"]> {
  const [row] = await tx.execute<PublicSummary["reached"]>(sql`
    select count(distinct s.township_code)::int as townships,
           (count(distinct s.name) filter (where s.kind = 'field_hospital'))::int as "fieldHospitals",
           (count(distinct s.name) filter (where s.kind = 'hospital'))::int as hospitals,
           (count(distinct s.id) filter (where s.kind not in ('field_hospital', 'hospital')))::int as "otherSites",
           (select count(distinct organization_id)::int from entries) as organizations,
           (select coalesce(sum(households), 0)::int from public_hand_overs) as households,
           (select coalesce(sum(people), 0)::int from public_hand_overs) as people
    from public_deliveries d join public_sites s on s.id = d.site_id where d.status = 'confirmed'`);
  return (
    row ?? {
      townships: 0,
      fieldHospitals: 0,
      hospitals: 0,
      otherSites: 0,
      organizations: 0,
      households: 0,
      people: 0,
    }
  );
}

/** Every township, those nothing was sent to as well: the worst off are not hidden. */
export async function summarizeTownships(tx: Tx): Promise<PublicSummary["townships"]> {
  const rows = await tx.execute<{
    code: string;
    name: string;
    deliveries: number;
    sites: number;
    value: string;
    needsAsked: number;
    needsMet: number;
  }>(sql`
    with sent as (
      select s.township_code as code, count(distinct d.id)::int as deliveries, count(distinct s.id)::int as sites
      from public_deliveries d join public_sites s on s.id = d.site_id where d.status in ('dispatched', 'confirmed') group by 1
    ), worth as (
      select s.township_code as code, sum(m.value_fen * ${goodsHandedOut}) as value
      from movements m join public_deliveries d on ${deliveryOfLeg} join public_sites s on s.id = d.site_id
      where ${goodsHandedOut} <> 0 group by 1
    ), need as (
      select s.township_code as code, count(*)::int as asked, (count(*) filter (where n.status = 'met'))::int as met
      from public_needs n join public_sites s on s.id = n.site_id
      where n.status in ('asked', 'accepted', 'met') group by 1
    )
    select t.code, t.name, coalesce(sent.deliveries, 0) as deliveries, coalesce(sent.sites, 0) as sites,
           coalesce(worth.value, 0)::text as value, coalesce(need.asked, 0) as "needsAsked",
           coalesce(need.met, 0) as "needsMet"
    from townships t left join sent using (code) left join worth using (code) left join need using (code)
    order by t.code`);
  return rows.map(({ value, ...row }) => ({ ...row, valueFen: BigInt(value) }));
}

/** The last deliveries that were signed for, the short ones as openly as the others. */
export async function summarizeLatest(tx: Tx): Promise<PublicSummary["latest"]> {
  const rows = await tx.execute<{
    number: string;
    confirmedAt: string;
    township: string;
    site: string;
    lines: [string, string, string, string | null, string | null, string, string][];
  }>(sql`
    select d.number, ${isoMoment(sql`d.confirmed_at`)} as "confirmedAt", t.name as township, s.name as site,
           (select json_agg(json_build_array(i.name, i.base_unit, l.quantity::text, l.pack_name, l.pack_size::text,
                                             l.short::text, l.damaged::text) order by l.n)
            from public_delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id) as lines
    from public_deliveries d join public_sites s on s.id = d.site_id join townships t on t.code = s.township_code
    where d.status = 'confirmed' order by d.confirmed_at desc, d.number desc limit ${LATEST}`);
  return rows.map(({ lines, ...delivery }) => ({
    ...delivery,
    lines: lines.map(([item, unit, quantity, packName, packSize, short, damaged]) => ({
      item,
      unit,
      quantity: BigInt(quantity),
      packName,
      packSize: packSize === null ? null : BigInt(packSize),
      short: BigInt(short),
      damaged: BigInt(damaged),
    })),
  }));
}

/** Who gave: by name where they agreed, everybody else in one line. */
export async function summarizeDonors(tx: Tx): Promise<Pick<PublicSummary, "donors" | "donorCount">> {
  const rows = await tx.execute<{
    name: string | null;
    gifts: number;
    money: string;
    goods: string;
    donors: number;
  }>(sql`
    with given as (
      select d.id, d.name, m.entry_id, max(${moneyReceived} + ${goodsReceived}) as sign,
             sum(m.amount * ${moneyReceived}) as money, sum(m.value_fen * ${goodsReceived}) as goods
      from movements m join public_donors d on ${donorOfLeg}
      where ${moneyReceived} + ${goodsReceived} <> 0 group by 1, 2, 3
    ), donor as (
      select name, sum(sign)::int as gifts, sum(money) as money, sum(goods) as goods, count(distinct id)::int as donors
      from given group by name having sum(sign) > 0
    )
    select * from donor order by name is null, money + goods desc, name collate "zh-x-icu"`);
  const named = rows.filter(({ name }) => name !== null).slice(0, NAMED_DONORS);
  const shown = [...named, ...rows.filter(({ name }) => name === null)];
  return {
    donors: shown.map(({ name, gifts, money, goods }) => ({
      name,
      gifts,
      moneyFen: BigInt(money),
      goodsFen: BigInt(goods),
    })),
    donorCount: rows.reduce((sum, { donors }) => sum + donors, 0),
  };
}

/** Gifts of goods whose value is still to be confirmed: counted in quantity, in no total. */
export async function summarizeUnvalued(tx: Tx): Promise<PublicSummary["unvalued"]> {
  const rows = await tx.execute<{
    giftNumber: string;
    on: string;
    item: string;
    unit: string;
    quantity: string;
  }>(sql`
    select g.number as "giftNumber", l.received_on::text as on, i.name as item, i.base_unit as unit, l.quantity::text
    from source_lots l join public_gifts g on g.id = l.gift_id join items i on i.id = l.item_id
    where l.value_basis = 'unvalued' and ${standing}
    order by l.received_on, g.number, l.n limit ${UNVALUED}`);
  return rows.map((row) => ({ ...row, quantity: BigInt(row.quantity) }));
}
