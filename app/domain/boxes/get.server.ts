import { sql } from "drizzle-orm";
import { db } from "#db";
import type { AccountKind, BoxEventKind, BoxKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { parseCode } from "../code.ts";
import { notFound } from "../errors.ts";
import type { Where } from "../where.ts";
import { withinReach } from "../within-reach.server.ts";

/** Quantities in base units. */
export interface BoxPage {
  id: string;
  /** The label that counts; null when the box has none any more. */
  code: string | null;
  /** Labels it had before. */
  oldCodes: { code: string; reason: string }[];
  kind: BoxKind;
  warehouseId: string;
  warehouse: string;
  /** The bin's name; null at the dock, in the packing area, in quarantine or on the road. */
  bin: string | null;
  accountKind: string;
  pallet: string | null;
  consignment: { id: string; number: string } | null;
  delivery: { id: string; number: string; loaded: boolean } | null;
  note: string | null;
  weightGrams: number | null;
  emptied: boolean;
  /** In the box itself; for a pallet what its boxes hold together. */
  contents: BoxContent[];
  /** What it was counted as at the door, until that is in the books. */
  counted: BoxCounted | null;
  /** Boxes on a pallet. */
  boxes: { code: string; contents: BoxContent[]; counted: BoxCounted | null }[];
  events: BoxHistoryEvent[];
}

export interface BoxContent {
  assetId: string;
  itemId: string;
  item: string;
  unit: string;
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  lotNumber: string | null;
  expiresOn: string | null;
  restriction: string | null;
}

export interface BoxCounted {
  item: string;
  unit: string;
  quantity: bigint;
}

/** The bin's name; null for a place that is none, which its kind says. */
export interface BoxPlace {
  bin: string | null;
  kind: AccountKind;
}

export interface BoxHistoryEvent {
  id: string;
  kind: BoxEventKind;
  at: Date;
  by: string | null;
  from: BoxPlace | null;
  to: BoxPlace | null;
  delivery: string | null;
  /** The run it left, stopped or was handed over with. */
  run: { id: string; number: string } | null;
  /** Where the phone was, when its owner allowed it. */
  where: Where | null;
  undone: boolean;
  /** It was done to the pallet the box stands on, and is taken back there. */
  onPallet: boolean;
}

/** One box or pallet by any label it ever had, with what is in it and what happened to it. */
export async function getBox(actor: MemberActor, text: string): Promise<BoxPage> {
  const verdict = parseCode(text);
  if (!verdict.ok) return notFound("box");
  const [head] = await db.execute<Head>(sql`
    select b.id, (select code from labels where box_id = b.id and revoked_at is null limit 1) as code,
           (select coalesce(json_agg(json_build_object('code', code, 'reason', revoked_reason) order by revoked_at), '[]')
            from labels where box_id = b.id and revoked_at is not null) as "oldCodes",
           b.kind, b.warehouse_id as "warehouseId", w.name as warehouse, bin.name as bin, a.kind as "accountKind",
           (select code from labels where box_id = b.pallet_id and revoked_at is null limit 1) as pallet,
           c.id as consignment_id, c.number as consignment_number, d.id as delivery_id, d.number as delivery_number,
           b.loaded_at is not null as loaded, b.note, b.weight_grams as "weightGrams",
           b.emptied_at is not null as emptied
    from labels l
    join boxes b on b.id = l.box_id
    join warehouses w on w.id = b.warehouse_id
    join accounts a on a.id = b.account_id
    left join bins bin on bin.account_id = b.account_id
    left join consignments c on c.id = b.consignment_id
    left join deliveries d on d.id = b.delivery_id
    where l.code = ${verdict.code} and ${withinReach(actor, sql`b.organization_id`)}`);
  if (!head) return notFound("box");
  const [contents, counted, events] = await Promise.all([
    contentsOf(head.id),
    countedAs(head.id),
    eventsOf(head.id),
  ]);
  const { consignment_id, consignment_number, delivery_id, delivery_number, loaded, ...facts } = head;
  return {
    ...facts,
    consignment:
      consignment_id && consignment_number ? { id: consignment_id, number: consignment_number } : null,
    delivery: delivery_id && delivery_number ? { id: delivery_id, number: delivery_number, loaded } : null,
    contents: contents.filter(({ boxId }) => boxId === head.id).map(({ content }) => content),
    counted: counted.get(head.id) ?? null,
    boxes: stacked(contents, counted, head.id),
    events,
  };
}

type Head = Omit<BoxPage, "consignment" | "delivery" | "contents" | "counted" | "boxes" | "events"> & {
  consignment_id: string | null;
  consignment_number: string | null;
  delivery_id: string | null;
  delivery_number: string | null;
  loaded: boolean;
};

async function contentsOf(boxId: string) {
  const rows = await db.execute<
    Omit<BoxContent, "quantity" | "packSize"> & {
      boxId: string;
      code: string | null;
      quantity: string;
      packSize: string | null;
    }
  >(sql`
    select b.id as "boxId", (select code from labels where box_id = b.id and revoked_at is null limit 1) as code,
           c.asset_id::text as "assetId", i.id as "itemId", i.name as item, i.base_unit as unit,
           c.quantity::text, l.pack_name as "packName", l.pack_size::text as "packSize",
           l.lot_number as "lotNumber", l.expires_on::text as "expiresOn", r.text as restriction
    from boxes b
    left join box_contents c on c.box_id = b.id
    left join source_lots l on l.asset_id = c.asset_id
    left join items i on i.id = l.item_id
    left join restrictions r on r.id = l.restriction_id
    where (b.id = ${boxId} or b.pallet_id = ${boxId}) and (c.asset_id is not null or b.pallet_id = ${boxId})
    order by b.id, i.name collate "zh-x-icu", c.asset_id`);
  return rows.map(({ boxId, code, quantity, packSize, ...content }) => ({
    boxId,
    code: code ?? "",
    content: {
      ...content,
      quantity: BigInt(quantity ?? 0),
      packSize: packSize === null ? null : BigInt(packSize),
    },
  }));
}

/** By box: the box itself, and those on a pallet. */
async function countedAs(boxId: string): Promise<Map<string, BoxCounted>> {
  const rows = await db.execute<{ boxId: string; item: string; unit: string; quantity: string }>(sql`
    select b.id as "boxId", l.item, l.unit, b.counted::text as quantity
    from boxes b
    join consignments c on c.id = b.consignment_id and c.status = 'counting'
    join consignment_lines l on l.consignment_id = c.id and l.n = b.consignment_line
    where b.id = ${boxId} or b.pallet_id = ${boxId}`);
  return new Map(
    rows.map(({ boxId: id, quantity, ...line }) => [id, { ...line, quantity: BigInt(quantity) }]),
  );
}

function stacked(
  rows: Awaited<ReturnType<typeof contentsOf>>,
  counted: Map<string, BoxCounted>,
  palletId: string,
): BoxPage["boxes"] {
  const byBox = new Map<string, BoxPage["boxes"][number]>();
  for (const { boxId, code, content } of rows) {
    if (boxId === palletId) continue;
    const box = byBox.get(boxId) ?? { code, contents: [], counted: counted.get(boxId) ?? null };
    if (content.assetId !== null) box.contents.push(content);
    byBox.set(boxId, box);
  }
  return [...byBox.values()];
}

async function eventsOf(boxId: string): Promise<BoxHistoryEvent[]> {
  const rows = await db.execute<Omit<BoxHistoryEvent, "at"> & { at: string }>(sql`
    select e.id, e.kind, e.recorded_at::text as at, u.name as by,
           case when f.id is not null then json_build_object('bin', f_bin.name, 'kind', f.kind) end as from,
           case when t.id is not null then json_build_object('bin', t_bin.name, 'kind', t.kind) end as to,
           d.number as delivery, e.detail->'where' as where,
           (select json_build_object('id', r.id, 'number', r.number) from runs r
            where r.id = (e.detail->>'runId')::uuid) as run,
           exists (select from box_events u where u.box_id = e.box_id and (
                     u.undoes = e.id or u.kind = 'box.undo' and e.kind <> 'box.undo'
                                        and u.detail->>'with' = e.detail->>'with')) as undone,
           e.detail ? 'with' as "onPallet"
    from box_events e
    left join users u on u.id = e.actor_id
    left join accounts f on f.id = e.from_account
    left join bins f_bin on f_bin.account_id = f.id
    left join accounts t on t.id = e.to_account
    left join bins t_bin on t_bin.account_id = t.id
    left join deliveries d on d.id = e.delivery_id
    where e.box_id = ${boxId} order by e.seq desc limit 200`);
  return rows.map(({ at, ...event }) => ({ ...event, at: new Date(at) }));
}
