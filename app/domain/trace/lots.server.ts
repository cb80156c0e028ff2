import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { AccountKind, ValueBasis } from "#db/vocabulary";
import { isoMoment } from "../reports/flows.server.ts";
import { noStages, outside, stageOf, type Station, stations } from "./stage.ts";
import type { TracedLot } from "./trace.ts";

/**
 * SQL: what carries the goods of these gifts, as (gift_id, lot, id, each, is_kit): each lot itself, and the kits it went
 * into, however deep, with how many of its base units one of them holds.
 */
export const carriersOf = (giftIds: readonly string[]): SQL => sql`(
  with recursive carriers(gift_id, lot, id, each, is_kit) as (
    select l.gift_id, l.asset_id, l.asset_id, 1::bigint, false from source_lots l
    where l.gift_id = any(${sql.param([...giftIds])}::uuid[])
    union all
    select c.gift_id, c.lot, k.kit_asset_id, c.each * k.per_kit, true
    from carriers c join kit_components k on k.asset_id = c.id
  ) select * from carriers)`;

const outsideKinds = sql.raw(outside.map((kind) => `'${kind}'`).join(", "));

/**
 * The lots of these gifts with every stage they stand in now, read from the journal. Goods inside kits stand where the
 * kits do. By conservation the stages of a lot are together what its donor gave.
 */
export async function lotsOfGifts(giftIds: readonly string[]): Promise<Map<string, TracedLot[]>> {
  const [lots, standings] = await Promise.all([describe(giftIds), standingsOf(giftIds)]);
  const byGift = new Map<string, TracedLot[]>();
  for (const { giftId, ...lot } of lots) {
    const stages = noStages();
    let inKits = 0n;
    for (const { lot: asset, kind, isKit, quantity } of standings) {
      if (asset !== lot.assetId) continue;
      const stage = stageOf(kind);
      stages[stage] += quantity;
      if (isKit && stage !== "lost" && stage !== "handed_on") inKits += quantity;
    }
    byGift.set(giftId, [...(byGift.get(giftId) ?? []), { ...lot, stages, inKits }]);
  }
  return byGift;
}

async function describe(giftIds: readonly string[]) {
  const rows = await db.execute<{
    giftId: string;
    assetId: string;
    item: string;
    unit: string;
    packName: string | null;
    packSize: string | null;
    specification: string | null;
    lotNumber: string | null;
    expiresOn: string | null;
    given: string;
    valueFen: string;
    valueBasis: ValueBasis;
  }>(sql`
    select l.gift_id as "giftId", l.asset_id::text as "assetId", i.name as item, i.base_unit as unit,
           l.pack_name as "packName", l.pack_size::text as "packSize", l.specification, l.lot_number as "lotNumber",
           l.expires_on::text as "expiresOn", l.value_fen::text as "valueFen", l.value_basis as "valueBasis",
           coalesce((select sum(case when a.id = p.from_account then p.amount else -p.amount end)
                     from postings p join accounts a on a.id in (p.from_account, p.to_account)
                     where p.asset_id = l.asset_id and a.kind = 'donor'), 0)::text as given
    from source_lots l join items i on i.id = l.item_id
    where l.gift_id = any(${sql.param([...giftIds])}::uuid[]) order by l.gift_id, l.n`);
  return rows.map(({ packName, packSize, given, valueFen, ...lot }) => ({
    ...lot,
    pack: packName !== null && packSize !== null ? { name: packName, size: BigInt(packSize) } : undefined,
    given: BigInt(given),
    valueFen: BigInt(valueFen),
  }));
}

async function standingsOf(giftIds: readonly string[]) {
  const rows = await db.execute<{ lot: string; kind: AccountKind; isKit: boolean; quantity: string }>(sql`
    select c.lot::text, a.kind, c.is_kit as "isKit", sum(leg.amount * c.each)::text as quantity
    from ${carriersOf(giftIds)} c
    cross join lateral (
      select p.to_account as account, p.amount from postings p where p.asset_id = c.id
      union all
      select p.from_account, -p.amount from postings p where p.asset_id = c.id
    ) leg
    join accounts a on a.id = leg.account
    where a.kind not in (${outsideKinds})
    group by c.lot, a.kind, c.is_kit having sum(leg.amount * c.each) <> 0`);
  return rows.map((row) => ({ ...row, quantity: BigInt(row.quantity) }));
}

/** When goods of each gift first came to each station. */
export async function firstMoments(
  giftIds: readonly string[],
): Promise<Map<string, Record<Station, Date | null>>> {
  const rows = await db.execute<{ giftId: string; kind: AccountKind; at: string }>(sql`
    select c.gift_id as "giftId", m.to_kind as kind, ${isoMoment(sql`min(m.occurred_at)`)} as at
    from ${carriersOf(giftIds)} c join movements m on m.asset_id = c.id
    where m.to_kind in ('dock', 'bin', 'staging', 'delivery', 'site', 'households') and m.reverses is null
    group by c.gift_id, m.to_kind`);
  const moments = new Map<string, Record<Station, Date | null>>();
  for (const { giftId, kind, at } of rows) {
    const of = moments.get(giftId) ?? neverAt();
    of[stageOf(kind) as Station] = new Date(at);
    moments.set(giftId, of);
  }
  return moments;
}

export const neverAt = (): Record<Station, Date | null> =>
  Object.fromEntries(stations.map((station) => [station, null])) as Record<Station, null>;
