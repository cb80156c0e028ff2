import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import type { Destination, Restriction } from "../places/restriction.ts";
import { binStates } from "../stocktakes/bin-state.server.ts";
import { withinReach } from "../within-reach.server.ts";
import type {
  ScanBin,
  ScanBox,
  ScanConsignment,
  ScanData,
  ScanDelivery,
  ScanElsewhere,
  ScanLot,
  ScanStocktake,
} from "./scan-data.ts";

/**
 * What a phone must know of one warehouse within reach to judge scans without the network, from one snapshot: lists refer
 * to each other by position. Throws `not_found`.
 */
export async function scanData(actor: MemberActor, warehouseId: string): Promise<ScanData> {
  return db.transaction((tx) => readAll(tx, actor, warehouseId), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

async function readAll(tx: Tx, actor: MemberActor, warehouseId: string): Promise<ScanData> {
  const warehouse = await findWarehouse(tx, actor, warehouseId);
  const { organizationId } = warehouse;
  const [bins, lots, boxes, blank, revoked, elsewhere, consignments, deliveries, stocktakes, barcodes] =
    await Promise.all([
      listBins(tx, warehouse),
      listLots(tx, warehouse),
      listBoxes(tx, warehouse),
      listBlank(tx, organizationId, actor.responseId),
      listRevoked(tx, organizationId),
      listElsewhere(tx, actor, warehouse),
      listConsignments(tx, warehouse),
      listDeliveries(tx, warehouse),
      listStocktakes(tx, warehouse),
      listBarcodes(tx, organizationId),
    ]);
  const lotAt = positions(lots.map(({ asset }) => asset));
  const consignmentAt = positions(consignments.map(({ id }) => id));
  const deliveryAt = positions(deliveries.map(({ id }) => id));
  return {
    asOf: new Date().toISOString(),
    today: todayInShanghai(),
    responseId: actor.responseId,
    warehouse: {
      id: warehouse.id,
      name: warehouse.name,
      dock: `${warehouse.dockAccountId}`,
      staging: `${warehouse.stagingAccountId}`,
      quarantine: `${warehouse.quarantineAccountId}`,
    },
    bins,
    lots,
    boxes: boxes.map((box) => boxOf(box, lotAt, consignmentAt, deliveryAt)),
    blank,
    revoked,
    elsewhere,
    consignments,
    deliveries: deliveries.map(({ picks, ...delivery }) => ({
      ...delivery,
      picks: picks.map(({ asset, ...pick }) => ({ ...pick, lot: lotAt.get(asset)! })),
    })),
    stocktakes,
    barcodes,
  };
}

const positions = (keys: readonly string[]): Map<string, number> => new Map(keys.map((key, at) => [key, at]));

/** SQL: the live label of a box, a bin or a lot. */
const liveLabel = (subject: SQL): SQL =>
  sql`(select code from labels where ${subject} and revoked_at is null order by created_at desc limit 1)`;

/** SQL: the accounts in which goods and boxes stand in a warehouse. */
const placesOf = ({ id, dockAccountId, stagingAccountId, quarantineAccountId }: Warehouse): SQL => sql`(
  select ${dockAccountId}::bigint as account_id union all select ${stagingAccountId}::bigint
  union all select ${quarantineAccountId}::bigint
  union all select account_id from bins where warehouse_id = ${id})`;

async function listBins(tx: Tx, { id }: Warehouse): Promise<ScanBin[]> {
  const rows = await tx.execute<ScanBin & Record<string, unknown>>(sql`
    select b.id, b.name, b.account_id::text as account, ${liveLabel(sql`bin_id = b.id`)} as code
    from bins b where b.warehouse_id = ${id} order by b.name, b.id`);
  return [...rows];
}

type LotRow = Omit<ScanLot, "only"> & {
  restrictionId: string | null;
  townshipCode: string | null;
  siteKind: Restriction["siteKind"];
  siteId: string | null;
};

/** Every lot that stands in the warehouse, is in one of its boxes, or is set aside for one of its deliveries. */
async function listLots(tx: Tx, warehouse: Warehouse): Promise<ScanLot[]> {
  const rows = await tx.execute<LotRow>(sql`
    with wanted as (
      select b.asset_id from balances b join ${placesOf(warehouse)} p on p.account_id = b.account_id
      where b.amount > 0
      union select c.asset_id from box_contents c join boxes x on x.id = c.box_id
      where x.warehouse_id = ${warehouse.id}
      union select k.asset_id from delivery_picks k join deliveries d on d.id = k.delivery_id
      where d.warehouse_id = ${warehouse.id} and d.status = 'planned'
    )
    select l.asset_id::text as asset, ${liveLabel(sql`asset_id = l.asset_id`)} as code,
           l.item_id as "itemId", i.name as item, i.base_unit as unit,
           l.pack_name as "packName", l.pack_size::text as "packSize",
           l.lot_number as "lotNumber", l.expires_on::text as "expiresOn", r.text as restriction,
           r.id as "restrictionId", r.township_code as "townshipCode", r.site_kind as "siteKind", r.site_id as "siteId"
    from wanted join source_lots l on l.asset_id = wanted.asset_id
    join items i on i.id = l.item_id
    left join restrictions r on r.id = l.restriction_id
    order by l.asset_id`);
  return rows.map(({ restrictionId, townshipCode, siteKind, siteId, ...lot }) => ({
    ...lot,
    only: restrictionId === null ? null : { townshipCode, siteKind, siteId },
  }));
}

type BoxRow = {
  code: string;
  kind: ScanBox["kind"];
  at: string;
  contents: { a: string; q: string }[] | null;
  consignment: string | null;
  line: number | null;
  counted: string | null;
  delivery: string | null;
  loaded: boolean;
  pallet: string | null;
  empty: boolean;
};

/** The boxes that stand in the warehouse, by their live label. */
async function listBoxes(tx: Tx, warehouse: Warehouse): Promise<BoxRow[]> {
  const rows = await tx.execute<BoxRow>(sql`
    with standing as (
      select x.*, l.code from boxes x
      join ${placesOf(warehouse)} p on p.account_id = x.account_id
      join labels l on l.box_id = x.id and l.revoked_at is null
      where x.warehouse_id = ${warehouse.id}
    ), content as (
      select c.box_id, json_agg(json_build_object('a', c.asset_id::text, 'q', c.quantity::text)
                                order by c.asset_id) as contents
      from box_contents c join standing s on s.id = c.box_id group by c.box_id
    )
    select s.code, s.kind, s.account_id::text as at, content.contents, s.consignment_id as consignment,
           s.consignment_line as line, s.counted::text as counted, s.delivery_id as delivery,
           s.loaded_at is not null as loaded, pallet.code as pallet, s.emptied_at is not null as empty
    from standing s left join content on content.box_id = s.id
    left join standing pallet on pallet.id = s.pallet_id
    order by s.id`);
  return [...rows];
}

function boxOf(
  row: BoxRow,
  lotAt: Map<string, number>,
  consignmentAt: Map<string, number>,
  deliveryAt: Map<string, number>,
): ScanBox {
  const consignment = consignmentAt.get(row.consignment ?? "");
  const delivery = deliveryAt.get(row.delivery ?? "");
  return {
    code: row.code,
    kind: row.kind,
    at: row.at,
    in: (row.contents ?? []).map(({ a, q }) => ({ lot: lotAt.get(a)!, quantity: q })),
    ...(consignment !== undefined && { consignment }),
    ...(row.line !== null && { line: row.line }),
    ...(row.counted !== null && { counted: row.counted }),
    ...(delivery !== undefined && { delivery }),
    ...(row.loaded && { loaded: true as const }),
    ...(row.pallet !== null && { pallet: row.pallet }),
    ...(row.empty && { empty: true as const }),
  };
}

async function listBlank(tx: Tx, organizationId: string, responseId: string): Promise<string[]> {
  const rows = await tx.execute<{ code: string }>(sql`
    select code from labels
    where organization_id = ${organizationId} and response_id = ${responseId}
      and box_id is null and bin_id is null and asset_id is null and revoked_at is null`);
  return rows.map(({ code }) => code);
}

async function listRevoked(tx: Tx, organizationId: string): Promise<ScanData["revoked"]> {
  const rows = await tx.execute<{ code: string; by: string | null }>(sql`
    select code, replaced_by as by from labels
    where organization_id = ${organizationId} and revoked_at is not null
    union all
    select r.code, d.code from revoked_codes r join deliveries d on d.id = r.delivery_id
    where d.organization_id = ${organizationId}`);
  return [...rows];
}

/** Labels that somebody may bring here by mistake: boxes of other warehouses within reach, labels of other emergencies. */
async function listElsewhere(tx: Tx, actor: MemberActor, warehouse: Warehouse): Promise<ScanElsewhere[]> {
  const rows = await tx.execute<ScanElsewhere & Record<string, unknown>>(sql`
    select 'warehouse' as kind, w.name, array_agg(l.code::text) as codes
    from labels l join boxes x on x.id = l.box_id join warehouses w on w.id = x.warehouse_id
    where ${withinReach(actor, sql`w.organization_id`)} and w.id <> ${warehouse.id}
      and x.response_id = ${actor.responseId} and x.emptied_at is null and l.revoked_at is null
    group by w.id, w.name
    union all
    select 'response', r.name, array_agg(l.code::text)
    from labels l join responses r on r.id = l.response_id
    where l.organization_id = ${warehouse.organizationId} and l.response_id <> ${actor.responseId}
      and l.revoked_at is null
    group by r.id, r.name`);
  return [...rows];
}

async function listConsignments(tx: Tx, { id }: Warehouse): Promise<ScanConsignment[]> {
  const rows = await tx.execute<ScanConsignment & Record<string, unknown>>(sql`
    select c.id, c.number, c.donor, c.expected_boxes as "expectedBoxes",
           (select count(*)::int from boxes where consignment_id = c.id and kind = 'box') as boxes,
           coalesce((
             select json_agg(json_build_object(
               'n', n, 'itemId', item_id, 'item', item, 'unit', unit, 'packName', pack_name,
               'packSize', pack_size::text, 'expected', expected::text, 'counted', counted::text,
               'lotNumber', lot_number, 'expiresOn', expires_on) order by n)
             from consignment_lines where consignment_id = c.id), '[]') as lines
    from consignments c
    where c.warehouse_id = ${id} and c.status in ('expected', 'counting')
    order by c.status desc, c.expected_on nulls last, c.number`);
  return [...rows];
}

type DeliveryRow = Omit<ScanDelivery, "to" | "picks"> & {
  siteId: string;
  siteKind: Destination["siteKind"];
  townshipCode: string;
  picks: { n: number; asset: string; from: string; quantity: string; taken: string }[];
};

async function listDeliveries(tx: Tx, { id }: Warehouse) {
  const rows = await tx.execute<DeliveryRow>(sql`
    select d.id, d.number, d.code, s.name as site, t.name as township, d.boxes,
           d.picking_since is not null as picking, d.picked_at is not null as picked,
           s.id as "siteId", s.kind as "siteKind", s.township_code as "townshipCode",
           coalesce((
             select json_agg(json_build_object(
               'n', k.n, 'asset', k.asset_id::text, 'from', k.from_account::text,
               'quantity', k.quantity::text, 'taken', k.picked::text) order by l.expires_on nulls last, k.n)
             from delivery_picks k join source_lots l on l.asset_id = k.asset_id
             where k.delivery_id = d.id), '[]') as picks
    from deliveries d join sites s on s.id = d.site_id join townships t on t.code = s.township_code
    where d.warehouse_id = ${id} and d.status = 'planned'
    order by d.planned_on, d.number`);
  return rows.map(({ siteId, siteKind, townshipCode, ...delivery }) => ({
    ...delivery,
    to: { siteId, siteKind, townshipCode },
  }));
}

async function listStocktakes(tx: Tx, { id }: Warehouse): Promise<ScanStocktake[]> {
  const rows = await tx.execute<Omit<ScanStocktake, "since">>(sql`
    select s.id, s.number, s.blind,
           coalesce(array_agg(b.account_id::text order by b.account_id) filter (where b.rounds = 0), '{}') as open,
           coalesce(array_agg(b.account_id::text order by b.account_id) filter (where b.rounds > 0), '{}') as counted
    from stocktakes s left join stocktake_bins b on b.stocktake_id = s.id
    where s.warehouse_id = ${id} and s.status = 'counting'
    group by s.id, s.number, s.blind order by s.number`);
  const accounts = rows.flatMap(({ open, counted }) => [...open, ...counted]).map(BigInt);
  const states = accounts.length === 0 ? new Map() : await binStates(tx, id, accounts);
  return rows.map((stocktake) => ({ ...stocktake, since: sinceOf(stocktake, states) }));
}

function sinceOf(
  { open, counted }: Pick<ScanStocktake, "open" | "counted">,
  states: Map<bigint, { since: string }>,
): Record<string, string> {
  return Object.fromEntries(
    [...open, ...counted].map((account) => [account, states.get(BigInt(account))?.since ?? "0x0"]),
  );
}

async function listBarcodes(tx: Tx, organizationId: string): Promise<ScanData["barcodes"]> {
  const rows = await tx.execute<ScanData["barcodes"][number]>(sql`
    select b.gtin, b.item_id as "itemId", i.name as item, i.base_unit as unit, b.pack_size::text as "packSize"
    from item_barcodes b join items i on i.id = b.item_id
    where b.organization_id = ${organizationId}`);
  return [...rows];
}
