import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { withinReach } from "../within-reach.server.ts";

export type BinChoice = { id: string; name: string; zone: string | null; labelled: boolean };
/** Boxes that came with one consignment. */
export type BoxesChoice = { id: string; name: string; boxes: number };
/** Boxes that stand in one place: a bin, or what kind of place it is. */
export type PlaceChoice = { id: string; bin: string | null; kind: string; boxes: number };
/** A lot that stands in a warehouse; base units over all its places. */
export type LotChoice = {
  assetId: string;
  item: string;
  unit: string;
  quantity: bigint;
  lotNumber: string | null;
  expiresOn: string | null;
};

const MOST = 200;

/** The bins of a warehouse within reach, and whether they have a label in this emergency. */
export async function binsToLabel(actor: MemberActor, warehouseId: string): Promise<BinChoice[]> {
  const { id } = await findWarehouse(db, actor, warehouseId);
  const rows = await db.execute<BinChoice>(sql`
    select b.id, b.name, b.zone, exists (
             select from labels l
             where l.bin_id = b.id and l.response_id = ${actor.responseId} and l.revoked_at is null) as labelled
    from bins b where b.warehouse_id = ${id}
    order by b.zone collate "zh-x-icu" nulls last, b.name collate "zh-x-icu", b.id`);
  return [...rows];
}

/** The places of a warehouse within reach where boxes stand. */
export async function placesWithBoxes(actor: MemberActor, warehouseId: string): Promise<PlaceChoice[]> {
  const { id } = await findWarehouse(db, actor, warehouseId);
  const rows = await db.execute<PlaceChoice>(sql`
    select box.account_id::text as id, b.name as bin, a.kind, count(*)::int as boxes
    from boxes box
    join accounts a on a.id = box.account_id
    left join bins b on b.account_id = box.account_id
    where box.warehouse_id = ${id} and box.response_id = ${actor.responseId} and box.emptied_at is null
    group by box.account_id, b.name, a.kind, a.name
    order by coalesce(b.name, a.name) collate "zh-x-icu" limit ${MOST}`);
  return [...rows];
}

/** The latest consignments within reach that boxes came with. */
export async function consignmentsWithBoxes(actor: MemberActor): Promise<BoxesChoice[]> {
  const rows = await db.execute<BoxesChoice>(sql`
    select c.id, c.number as name, count(*)::int as boxes
    from consignments c join boxes box on box.consignment_id = c.id and box.emptied_at is null
    where ${withinReach(actor, sql`c.organization_id`)} and c.response_id = ${actor.responseId}
    group by c.id order by c.created_at desc, c.id limit ${MOST}`);
  return [...rows];
}

/** The lots that stand in a warehouse within reach, by item and expiry. */
export async function lotsToLabel(actor: MemberActor, warehouseId: string): Promise<LotChoice[]> {
  const { id, dockAccountId, quarantineAccountId } = await findWarehouse(db, actor, warehouseId);
  const rows = await db.execute<Omit<LotChoice, "quantity"> & { quantity: string }>(sql`
    select l.asset_id::text as "assetId", i.name as item, i.base_unit as unit, sum(b.amount)::text as quantity,
           l.lot_number as "lotNumber", l.expires_on::text as "expiresOn"
    from balances b
    join source_lots l on l.asset_id = b.asset_id
    join items i on i.id = l.item_id
    where b.amount > 0
      and (b.account_id in (${`${dockAccountId}`}::bigint, ${`${quarantineAccountId}`}::bigint)
           or b.account_id in (select account_id from bins where warehouse_id = ${id}))
    group by l.asset_id, i.id
    order by i.name collate "zh-x-icu", l.expires_on, l.asset_id limit ${MOST}`);
  return rows.map((row) => ({ ...row, quantity: BigInt(row.quantity) }));
}
