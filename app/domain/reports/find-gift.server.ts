import { sql } from "drizzle-orm";
import { db } from "#db";
import type { GiftKind } from "#db/vocabulary";
import { inStock, standing } from "./flows.server.ts";
import type { FoundGift } from "./found.ts";

/** The gifts of a number, and where each of their lots is by now, for the public. */
export async function findGift(number: string): Promise<FoundGift[]> {
  const rows = await db.execute<{
    id: string;
    number: string;
    organization: string;
    kind: GiftKind;
    donor: string | null;
    received_on: string;
    amount_fen: string | null;
    restriction: string | null;
    standing: boolean;
  }>(sql`
    select g.id, g.number, o.name as organization, g.kind, d.name as donor, g.received_on::text, g.amount_fen,
           coalesce(r.text, (select string_agg(distinct lot_r.text, '、') from source_lots l
                             join restrictions lot_r on lot_r.id = l.restriction_id where l.gift_id = g.id)) as restriction,
           ${standing} as standing
    from public_gifts g
    join organizations o on o.id = g.organization_id
    join public_donors d on d.id = g.donor_id
    left join funds f on f.id = g.fund_id
    left join restrictions r on r.id = f.restriction_id
    where g.number = ${number} order by o.name limit 20`);
  return Promise.all(
    rows.map(async (row) => ({
      kind: "gift" as const,
      number: row.number,
      organization: row.organization,
      of: row.kind,
      donor: row.donor,
      receivedOn: row.received_on,
      amountFen: row.amount_fen === null ? null : BigInt(row.amount_fen),
      restriction: row.restriction,
      takenBack: !row.standing,
      lots: row.kind === "goods" && row.standing ? await lotsOf(row.id) : [],
    })),
  );
}

/** A lot `l` as it is, and the kits it went into: for each of their units, how many of its own. */
const itselfAndItsKits = sql`(
  select l.asset_id as id, 1 as each
  union all
  select kit_asset_id, per_kit from kit_components where asset_id = l.asset_id)`;

async function lotsOf(giftId: string): Promise<FoundGift["lots"]> {
  const rows = await db.execute<{
    item: string;
    unit: string;
    received: string;
    stock: string;
    road: string;
    signed: string;
    disputed: string;
    lost: string;
    townships: [string, string][] | null;
  }>(sql`
    select i.name as item, i.base_unit as unit, l.quantity as received,
           coalesce(held.stock, 0) as stock, coalesce(held.road, 0) as road, coalesce(held.disputed, 0) as disputed,
           coalesce(held.site, 0) + coalesce(sunk.households, 0) as signed, coalesce(sunk.lost, 0) as lost, places.townships
    from source_lots l
    join items i on i.id = l.item_id
    cross join lateral (
      select sum(b.amount * asset.each) filter (where ${inStock}) as stock,
             sum(b.amount * asset.each) filter (where a.kind = 'delivery') as road,
             sum(b.amount * asset.each) filter (where a.kind = 'dispute') as disputed,
             sum(b.amount * asset.each) filter (where a.kind = 'site') as site
      from ${itselfAndItsKits} asset
      join balances b on b.asset_id = asset.id join accounts a on a.id = b.account_id
    ) held
    cross join lateral (
      select sum(m.amount * asset.each * ((m.to_kind = 'households')::int - (m.from_kind = 'households')::int)) as households,
             sum(m.amount * asset.each * ((m.to_kind = 'loss')::int - (m.from_kind = 'loss')::int)) as lost
      from ${itselfAndItsKits} asset join movements m on m.asset_id = asset.id
    ) sunk
    left join lateral (
      select json_agg(json_build_array(name, quantity::text) order by quantity desc, name) as townships
      from (select t.name, sum(p.good * asset.each) as quantity
            from ${itselfAndItsKits} asset
            join delivery_picks p on p.asset_id = asset.id
            join public_deliveries d on d.id = p.delivery_id
            join public_sites s on s.id = d.site_id
            join townships t on t.code = s.township_code
            group by t.name having sum(p.good) > 0) reached
    ) places on true
    where l.gift_id = ${giftId} order by l.n`);
  return rows.map(({ item, unit, townships, ...figures }) => ({
    item,
    unit,
    received: BigInt(figures.received),
    stock: BigInt(figures.stock),
    road: BigInt(figures.road),
    signed: BigInt(figures.signed),
    disputed: BigInt(figures.disputed),
    lost: BigInt(figures.lost),
    townships: (townships ?? []).map(([name, quantity]) => ({ name, quantity: BigInt(quantity) })),
  }));
}
