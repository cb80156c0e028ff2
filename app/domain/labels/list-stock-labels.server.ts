import { sql, type SQL } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { labelUrl } from "../code.ts";
import { notFound, refuse } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import { MOST_LABELS } from "./schema.ts";
import type { StockLabel } from "./stock-label.ts";
import { type LabelSelection, selectionIn } from "./selection.ts";

/** The labels an address asks for, and how it names them. Refuses as `selectionIn` and `listStockLabels` do. */
export async function stockLabelsIn(actor: MemberActor, parameters: URLSearchParams, publicUrl: string) {
  const selection = selectionIn(parameters) ?? notFound("label");
  return { selection, labels: await listStockLabels(actor, selection, publicUrl) };
}

/**
 * The labels a selection asks for, within reach, of this emergency and not replaced: bins by name, boxes and blanks as
 * they were made, codes in the order they were given. A thousand at most. None at all reads as not found; of codes
 * given one by one, the first that is no label refuses as `code_unknown`.
 */
export async function listStockLabels(
  actor: MemberActor,
  selection: LabelSelection,
  publicUrl: string,
): Promise<StockLabel[]> {
  const rows = await db.execute<LabelRecord>(sql`
    ${labelFacts} where ${withinReach(actor, sql`l.organization_id`)} and l.response_id = ${actor.responseId}
      and l.revoked_at is null and ${chosen(selection)}
    order by bin.name collate "zh-x-icu", l.created_at, l.code limit ${MOST_LABELS}`);
  const labels = rows.map((row) => labelOf(row, publicUrl));
  if (selection.by === "codes") return inOrder(labels, selection.codes);
  return labels.length > 0 ? labels : notFound("label");
}

function chosen(selection: LabelSelection): SQL {
  switch (selection.by) {
    case "run":
      return sql`l.run_id = ${selection.id}`;
    case "warehouse":
      return sql`bin.warehouse_id = ${selection.id}`;
    case "consignment":
      return sql`box.consignment_id = ${selection.id} and box.emptied_at is null`;
    case "place":
      return sql`box.account_id = ${selection.account}::bigint and box.emptied_at is null`;
    case "codes":
      return sql`l.code = any(${sql.param([...selection.codes])}::bpchar[])`;
  }
}

function inOrder(labels: readonly StockLabel[], codes: readonly string[]): StockLabel[] {
  const byCode = new Map(labels.map((label) => [label.code, label]));
  return codes.map((code) => byCode.get(code) ?? refuse("code_unknown", { code }));
}

type LabelRecord = {
  code: string;
  box_kind: "box" | "pallet" | null;
  note: string | null;
  weight_grams: number | null;
  stacked: number | null;
  place: string | null;
  bin: string | null;
  zone: string | null;
  warehouse: string | null;
  lots: LotRecord[] | null;
  /** What a box was counted as at the door, until that is in the books. */
  counted: LotRecord | null;
};

type LotRecord = {
  item: string;
  specification: string | null;
  lotNumber: string | null;
  expiresOn: string | null;
  /** Null on a lot's own label. */
  quantity: string | null;
  unit: string;
  packName: string | null;
  packSize: string | null;
  restriction: string | null;
};

/** One row a label, with what it is stuck on; the lots are those in the box, what it was counted as, or the lot itself. */
const labelFacts = sql`
  select l.code, box.kind as box_kind, box.note, box.weight_grams, coalesce(box_bin.name, box_place.name) as place,
         bin.name as bin, bin.zone, w.name as warehouse,
         (select count(*)::int from boxes b where b.pallet_id = box.id and b.emptied_at is null) as stacked,
         (select json_agg(json_build_object(
                   'item', i.name, 'specification', coalesce(s.specification, i.specification),
                   'lotNumber', s.lot_number, 'expiresOn', s.expires_on, 'quantity', held.quantity::text,
                   'unit', i.base_unit, 'packName', s.pack_name, 'packSize', s.pack_size::text,
                   'restriction', r.text) order by s.expires_on, s.asset_id)
          from (select c.asset_id, c.quantity from box_contents c where c.box_id = l.box_id
                union all select l.asset_id, null where l.asset_id is not null) as held
          join source_lots s on s.asset_id = held.asset_id
          join items i on i.id = s.item_id
          left join restrictions r on r.id = s.restriction_id) as lots,
         case when box.counted is not null and line.n is not null then json_build_object(
           'item', line.item, 'specification', line.specification, 'lotNumber', line.lot_number,
           'expiresOn', line.expires_on, 'quantity', box.counted::text, 'unit', line.unit,
           'packName', line.pack_name, 'packSize', line.pack_size::text, 'restriction', line.restricted_to) end as counted
  from labels l
  left join boxes box on box.id = l.box_id
  left join consignments counting on counting.id = box.consignment_id and counting.status = 'counting'
  left join consignment_lines line on line.consignment_id = counting.id and line.n = box.consignment_line
  left join accounts box_place on box_place.id = box.account_id
  left join bins box_bin on box_bin.account_id = box.account_id
  left join bins bin on bin.id = l.bin_id
  left join warehouses w on w.id = bin.warehouse_id`;

function labelOf(row: LabelRecord, publicUrl: string): StockLabel {
  const coded = { code: row.code, url: labelUrl(publicUrl, row.code) };
  const standing = row.place ? { place: row.place } : {};
  if (row.bin !== null) {
    const zone = row.zone ? { zone: row.zone } : {};
    return { kind: "bin", ...coded, name: row.bin, warehouse: row.warehouse ?? "", ...zone };
  }
  if (row.box_kind === "pallet") return { kind: "pallet", ...coded, boxes: row.stacked ?? 0, ...standing };
  const [lot, ...others] = row.lots ?? (row.counted ? [row.counted] : []);
  if (lot) return { kind: "goods", ...coded, ...goodsIn([lot, ...others]), ...standing };
  if (row.box_kind === null) return { kind: "blank", ...coded };
  return {
    kind: "unknown",
    ...coded,
    ...(row.note && { note: row.note }),
    ...(row.weight_grams !== null && { weightGrams: row.weight_grams }),
    ...standing,
  };
}

function goodsIn(lots: [LotRecord, ...LotRecord[]]) {
  const [first] = lots;
  const restrictions = new Set(lots.flatMap(({ restriction }) => restriction ?? []));
  const facts = {
    ...(first.expiresOn && { expiresOn: first.expiresOn }),
    ...(restrictions.size > 0 && { restriction: `只给 ${[...restrictions].join("、")}` }),
  };
  if (lots.length > 1) {
    const items = new Set(lots.map(({ item }) => item));
    return { ...facts, item: [...items].join("、"), lots: lots.length };
  }
  const { item, specification, lotNumber, quantity, unit, packName, packSize } = first;
  const pack = packName && packSize ? { pack: { name: packName, size: BigInt(packSize) } } : {};
  return {
    ...facts,
    item,
    ...(specification && { specification }),
    ...(lotNumber && { lotNumber }),
    ...(quantity !== null && { quantity: { amount: BigInt(quantity), unit, ...pack } }),
  };
}
