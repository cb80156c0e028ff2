import { and, asc, eq, inArray, sql } from "drizzle-orm";
import {
  db,
  donors,
  funds,
  gifts,
  imports,
  items,
  organizations,
  pledges,
  restrictions,
  sourceLots,
  warehouses,
} from "#db";
import type { AccountKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";

/** One gift within reach; for goods its lots, and where each of them stands today. */
export async function getGift(actor: MemberActor, id: string) {
  if (!isId(id)) return notFound("gift");
  const [gift] = await db
    .select({
      id: gifts.id,
      number: gifts.number,
      kind: gifts.kind,
      receivedOn: gifts.receivedOn,
      donorId: donors.id,
      donor: donors.name,
      organization: organizations.name,
      amountFen: gifts.amountFen,
      restriction: restrictions.text,
      warehouse: warehouses.name,
      pledgeId: gifts.pledgeId,
      pledgeNumber: pledges.number,
      receiptNumber: gifts.receiptNumber,
      note: gifts.note,
      importId: gifts.importId,
      importFile: imports.fileName,
      entryId: gifts.entryId,
      reversed: sql<boolean>`${isReversed(sql`${gifts.entryId}`)}`,
    })
    .from(gifts)
    .innerJoin(donors, eq(donors.id, gifts.donorId))
    .innerJoin(organizations, eq(organizations.id, gifts.organizationId))
    .leftJoin(funds, eq(funds.id, gifts.fundId))
    .leftJoin(restrictions, eq(restrictions.id, funds.restrictionId))
    .leftJoin(warehouses, eq(warehouses.id, gifts.warehouseId))
    .leftJoin(pledges, eq(pledges.id, gifts.pledgeId))
    .leftJoin(imports, eq(imports.id, gifts.importId))
    .where(and(eq(gifts.id, id), inArray(gifts.organizationId, [...actor.reach])));
  if (!gift) return notFound("gift");
  if (gift.kind === "money") return { ...gift, lots: [] };
  const [lots, places] = await Promise.all([lotsOf(id), placesOf(id)]);
  return {
    ...gift,
    lots: lots.map((lot) => ({ ...lot, places: places.filter((place) => place.asset === lot.assetId) })),
  };
}

export type Gift = Awaited<ReturnType<typeof getGift>>;
export type GiftLot = Gift["lots"][number];

async function lotsOf(giftId: string) {
  const rows = await db
    .select({ lot: sourceLots, item: items.name, unit: items.baseUnit, restriction: restrictions.text })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .leftJoin(restrictions, eq(restrictions.id, sourceLots.restrictionId))
    .where(eq(sourceLots.giftId, giftId))
    .orderBy(asc(sourceLots.n));
  return rows.map(({ lot, item, unit, restriction }) => ({
    assetId: lot.assetId,
    n: lot.n,
    itemId: lot.itemId,
    item,
    unit,
    quantity: lot.quantity,
    pack: lot.packName && lot.packSize ? { name: lot.packName, size: lot.packSize } : undefined,
    specification: lot.specification,
    lotNumber: lot.lotNumber,
    expiresOn: lot.expiresOn,
    valueFen: lot.valueFen,
    valueBasis: lot.valueBasis,
    restriction,
  }));
}

/** Where a gift's lots are now, sinks included: what came into each account less what left it again. */
async function placesOf(giftId: string) {
  const rows = await db.execute<{ asset: string; kind: AccountKind; name: string; quantity: string }>(sql`
    select leg.asset, a.kind, a.name, sum(leg.amount) as quantity
    from source_lots l
    cross join lateral (
      select p.asset_id as asset, p.to_account as account, p.amount from postings p where p.asset_id = l.asset_id
      union all
      select p.asset_id, p.from_account, -p.amount from postings p where p.asset_id = l.asset_id
    ) leg
    join accounts a on a.id = leg.account
    where l.gift_id = ${giftId} and a.kind <> 'donor'
    group by leg.asset, a.id having sum(leg.amount) > 0
    order by leg.asset, a.id`);
  return rows.map(({ asset, kind, name, quantity }) => ({
    asset: BigInt(asset),
    kind,
    name,
    quantity: BigInt(quantity),
  }));
}
