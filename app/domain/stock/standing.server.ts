import { sql, type SQL } from "drizzle-orm";
import type { warehouseKinds } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

export type StockKind = (typeof warehouseKinds)[number];

/** A source lot in one place. Quantities in base units; assetId and accountId as the journal counts them. */
export type StockLot = {
  itemId: string;
  item: string;
  unit: string;
  assetId: string;
  accountId: string;
  warehouseId: string;
  warehouse: string;
  place: StockKind;
  bin: string | null;
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  lotNumber: string | null;
  expiresOn: string | null;
  receivedOn: string;
  restriction: string | null;
  /** Who gave it; of kits, made of several gifts, null. */
  donor: string | null;
  giftId: string | null;
  giftNumber: string | null;
  kitId: string | null;
  kitNumber: string | null;
};

/** A StockLot as SQL answers it: 64-bit numbers as text. */
export type LotRecord = Omit<StockLot, "quantity" | "packSize"> & {
  quantity: string;
  packSize: string | null;
};

/**
 * The lots that stand in the warehouses within reach (or in one of them), as a query of `LotRecord`. More
 * conditions may follow it with `and`: l is the lot, i its item, p the place, b the balance.
 */
export function standingLots(actor: MemberActor, warehouseId: string | null): SQL {
  return sql`
    select l.item_id as "itemId", i.name as item, i.base_unit as unit,
           l.asset_id::text as "assetId", b.account_id::text as "accountId",
           p.warehouse_id as "warehouseId", p.warehouse, p.place, p.bin,
           b.amount::text as quantity, l.pack_name as "packName", l.pack_size::text as "packSize",
           l.lot_number as "lotNumber", l.expires_on::text as "expiresOn", l.received_on::text as "receivedOn",
           r.text as restriction, d.name as donor, g.id as "giftId", g.number as "giftNumber",
           k.id as "kitId", k.number as "kitNumber"
    from balances b
    join ${placesWithin(actor, warehouseId)} as p on p.account_id = b.account_id
    join source_lots l on l.asset_id = b.asset_id
    join items i on i.id = l.item_id
    left join gifts g on g.id = l.gift_id
    left join donors d on d.id = g.donor_id
    left join kits k on k.id = l.kit_id
    left join restrictions r on r.id = l.restriction_id
    where b.amount > 0`;
}

/** The places of the warehouses within reach, or of one of them, as a subquery: account_id, warehouse_id, warehouse, place, bin. */
export function placesWithin(actor: MemberActor, warehouseId: string | null): SQL {
  return sql`(
    select a.account_id, w.id as warehouse_id, w.name as warehouse, a.place, a.bin
    from warehouses w
    cross join lateral (
      values (w.dock_account_id, 'dock', null), (w.staging_account_id, 'staging', null),
             (w.quarantine_account_id, 'quarantine', null)
      union all
      select account_id, 'bin', name from bins where warehouse_id = w.id
    ) as a (account_id, place, bin)
    where ${withinReach(actor, sql`w.organization_id`)}
      ${warehouseId ? sql`and w.id = ${warehouseId}::uuid` : sql``})`;
}

export function lotOf({ quantity, packSize, ...row }: LotRecord): StockLot {
  return { ...row, quantity: BigInt(quantity), packSize: packSize === null ? null : BigInt(packSize) };
}
