import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { findSite } from "../places/find-site.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { candidatesFor } from "./candidates.server.ts";
import { type Pick, pick } from "./pick.ts";

export interface AvailableItem {
  itemId: string;
  item: string;
  unit: string;
  specification: string | null;
  packs: { name: string; size: bigint }[];
  /** What the picking rule would find for this site today, in base units. */
  available: bigint;
  /** The lots it would find it in, in its order. */
  lots: { asset: string; lotNumber: string | null; expiresOn: string | null; quantity: bigint }[];
}

export interface Available {
  warehouse: { id: string; name: string };
  site: { id: string; name: string };
  items: AvailableItem[];
}

/** More than any warehouse holds, so that picking it takes everything there is. */
const EVERYTHING = 10n ** 15n;

/** What a warehouse can send to a site today, item by item: by the very rule that picks the delivery. */
export async function listAvailable(
  actor: MemberActor,
  warehouseId: string,
  siteId: string,
): Promise<Available> {
  const warehouse = await findWarehouse(db, actor, warehouseId);
  const site = await findSite(db, actor, siteId);
  const items = await itemsIn(warehouse.id);
  const candidates = await candidatesFor(
    db,
    warehouse,
    items.map(({ itemId }) => itemId),
    { lock: false },
  );
  const to = { siteId: site.id, siteKind: site.kind, townshipCode: site.townshipCode };
  const available = items.flatMap((item) => {
    const { picks, short } = pick(candidates.get(item.itemId) ?? [], EVERYTHING, to, todayInShanghai());
    if (short === EVERYTHING) return [];
    return [{ ...item, available: EVERYTHING - short, lots: lotsOf(item.lots, picks) }];
  });
  return {
    warehouse: { id: warehouse.id, name: warehouse.name },
    site: { id: site.id, name: site.name },
    items: available,
  };
}

/** What was found, lot by lot, wherever it stands. */
function lotsOf(named: NamedLot[], picks: readonly Pick[]): AvailableItem["lots"] {
  const lots = new Map<string, AvailableItem["lots"][number]>();
  for (const { asset, quantity } of picks) {
    const found = named.find((lot) => lot.asset === `${asset}`);
    if (!found) continue;
    const lot = lots.get(found.asset) ?? { ...found, quantity: 0n };
    lot.quantity += quantity;
    lots.set(found.asset, lot);
  }
  return [...lots.values()];
}

type NamedLot = { asset: string; lotNumber: string | null; expiresOn: string | null };

/** The items with a lot in the warehouse, and the packs their lots came in, the largest first. */
async function itemsIn(warehouseId: string) {
  const rows = await db.execute<{
    itemId: string;
    item: string;
    unit: string;
    specification: string | null;
    packs: { name: string; size: string }[];
    lots: NamedLot[];
  }>(sql`
    with held as (
      select distinct l.item_id, l.pack_name, l.pack_size, l.asset_id, l.lot_number, l.expires_on
      from warehouses w
      join balances b on b.account_id = w.dock_account_id
                      or b.account_id in (select account_id from bins where warehouse_id = w.id)
      join source_lots l on l.asset_id = b.asset_id
      where w.id = ${warehouseId} and b.amount > 0
    )
    select i.id as "itemId", i.name as item, i.base_unit as unit, i.specification,
           (select coalesce(json_agg(json_build_object('name', pack_name, 'size', pack_size::text)
                                     order by pack_size desc), '[]')
            from (select distinct pack_name, pack_size from held where item_id = i.id and pack_size > 1) p) as packs,
           json_agg(json_build_object('asset', h.asset_id::text, 'lotNumber', h.lot_number,
                                      'expiresOn', h.expires_on)) as lots
    from held h join items i on i.id = h.item_id
    group by i.id order by i.name collate "zh-x-icu", i.id`);
  return rows.map(({ packs, ...row }) => ({
    ...row,
    packs: packs.map(({ name, size }) => ({ name, size: BigInt(size) })),
  }));
}
