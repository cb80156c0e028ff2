import { sql } from "drizzle-orm";
import { db } from "#db";
import type { AccountKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";
import { withinReach } from "../within-reach.server.ts";

/** Kits put together at once: what is in them, gift by gift, and where they are. Base units and fen. */
export interface Kit extends Omit<KitHead, "createdAt" | "quantity"> {
  quantity: bigint;
  createdAt: Date;
  lots: KitLot[];
}

/** Kits that hold the same lots. */
export interface KitLot {
  assetId: string;
  n: number;
  quantity: bigint;
  valueFen: bigint;
  expiresOn: string | null;
  restriction: string | null;
  components: Component[];
  places: KitPlace[];
}

/**
 * Where kits of a lot are: an account by its name, or a place of a warehouse. `warehouseId` where it is a dock or a bin,
 * `bin` the bin's name.
 */
export interface KitPlace {
  accountId: string;
  warehouseId: string | null;
  kind: AccountKind;
  name: string;
  warehouse: string | null;
  bin: string | null;
  quantity: bigint;
}

/** Of a gift's lot, in each kit. */
export interface Component {
  assetId: string;
  itemId: string;
  item: string;
  unit: string;
  perKit: bigint;
  lotNumber: string | null;
  expiresOn: string | null;
  donor: string;
  giftId: string;
  giftNumber: string;
}

type KitHead = {
  id: string;
  number: string;
  entryId: string;
  organizationId: string;
  warehouseId: string;
  warehouse: string;
  itemId: string;
  item: string;
  unit: string;
  quantity: string;
  note: string | null;
  createdBy: string | null;
  createdAt: string;
  /** The assembly was taken back as a whole. */
  takenBack: boolean;
};

/** One assembly of kits within reach. */
export async function getKit(actor: MemberActor, id: string): Promise<Kit> {
  const [head] = await db.execute<KitHead>(sql`
    select k.id, k.number, k.entry_id as "entryId", k.organization_id as "organizationId",
           k.warehouse_id as "warehouseId", w.name as warehouse, k.item_id as "itemId", i.name as item,
           i.base_unit as unit, k.quantity::text, k.note, u.name as "createdBy",
           k.created_at::text as "createdAt", ${isReversed(sql`k.entry_id`)} as "takenBack"
    from kits k
    join warehouses w on w.id = k.warehouse_id
    join items i on i.id = k.item_id
    left join users u on u.id = k.created_by
    where k.id = ${id}::uuid and ${withinReach(actor, sql`k.organization_id`)}`);
  if (!head) return notFound("kit");
  const { quantity, createdAt, ...shown } = head;
  return {
    ...shown,
    quantity: BigInt(quantity),
    createdAt: new Date(createdAt),
    lots: await lotsOf(id),
  };
}

type LotRecord = Pick<KitLot, "assetId" | "n" | "expiresOn" | "restriction"> & {
  quantity: string;
  valueFen: string;
  components: (Omit<Component, "perKit"> & { perKit: string })[];
  places: (Omit<KitPlace, "quantity"> & { quantity: string })[] | null;
};

async function lotsOf(kitId: string): Promise<KitLot[]> {
  const rows = await db.execute<LotRecord>(sql`
    select l.asset_id::text as "assetId", l.n, l.quantity::text, l.value_fen::text as "valueFen",
           l.expires_on::text as "expiresOn", r.text as restriction,
           (select json_agg(json_build_object(
                     'assetId', c.asset_id::text, 'itemId', i.id, 'item', i.name, 'unit', i.base_unit,
                     'perKit', c.per_kit::text, 'lotNumber', part.lot_number, 'expiresOn', part.expires_on,
                     'donor', d.name, 'giftId', g.id, 'giftNumber', g.number)
                   order by recipe.n nulls last, c.asset_id)
            from kit_components c
            join source_lots part on part.asset_id = c.asset_id
            join items i on i.id = part.item_id
            join gifts g on g.id = part.gift_id
            join donors d on d.id = g.donor_id
            left join kit_recipes recipe on recipe.item_id = l.item_id and recipe.component_id = i.id
            where c.kit_asset_id = l.asset_id) as components,
           (select json_agg(json_build_object('accountId', place.id::text, 'warehouseId', place.warehouse, 'kind', place.kind, 'name', place.name,
                                              'warehouse', place.called, 'bin', place.bin, 'quantity', place.quantity::text) order by place.id)
            from (select a.id, a.kind, a.name, sum(leg.amount) as quantity,
                         (select name from bins where account_id = a.id) as bin,
                         (select w.name from warehouses w
                          where a.id in (w.dock_account_id, w.staging_account_id, w.quarantine_account_id)
                             or w.id = (select warehouse_id from bins where account_id = a.id)) as called,
                         coalesce((select warehouse_id from bins where account_id = a.id),
                                  (select id from warehouses where dock_account_id = a.id)) as warehouse
                  from (select to_account as account, amount from postings where asset_id = l.asset_id
                        union all
                        select from_account, -amount from postings where asset_id = l.asset_id) leg
                  join accounts a on a.id = leg.account and a.kind <> 'assembly'
                  group by a.id having sum(leg.amount) > 0) place) as places
    from source_lots l
    left join restrictions r on r.id = l.restriction_id
    where l.kit_id = ${kitId}::uuid order by l.n`);
  return rows.map((row) => ({
    ...row,
    quantity: BigInt(row.quantity),
    valueFen: BigInt(row.valueFen),
    components: row.components.map((part) => ({ ...part, perKit: BigInt(part.perKit) })),
    places: (row.places ?? []).map((place) => ({ ...place, quantity: BigInt(place.quantity) })),
  }));
}
