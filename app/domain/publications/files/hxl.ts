import type { Cell } from "../../reports/column.ts";
import { fen, publicWhole, whole } from "../../reports/column.ts";
import type { BalanceRow } from "../../reports/balance-sheet.ts";
import type { DistributionRow } from "../../reports/distribution.ts";
import type { ReceiptRow } from "../../reports/receipt.ts";

/** A column by its HXL 1.1 hashtag; attributes beyond the core (+received, +lot …) are our own, as the syntax allows. */
export interface HxlColumn<Row> {
  label: string;
  tag: string;
  cell(row: Row): Cell;
}

/** 接收: one row a line that came in. */
export const hxlReceipts: readonly HxlColumn<ReceiptRow>[] = [
  { label: "id", tag: "#meta+id", cell: (row) => row.giftNumber },
  { label: "date", tag: "#date+occurred", cell: (row) => row.on },
  { label: "receiver", tag: "#org+impl+name", cell: (row) => row.organization },
  { label: "donor", tag: "#org+funding+name", cell: (row) => row.donor },
  { label: "kind", tag: "#status+type", cell: (row) => row.kind },
  { label: "item", tag: "#item+name+i_zh", cell: (row) => row.item },
  { label: "quantity", tag: "#item+received+num", cell: (row) => whole(row.quantity) },
  { label: "unit", tag: "#item+unit", cell: (row) => row.unit },
  { label: "value_cny", tag: "#value+incoming+c_cny", cell: (row) => fen(row.valueFen) },
  { label: "earmark", tag: "#description+earmark", cell: (row) => row.restriction },
  { label: "lot", tag: "#item+lot+code", cell: (row) => row.lotNumber },
  { label: "expiry", tag: "#date+expiry", cell: (row) => row.expiresOn },
];

/** 发放 (3W): who, what, where, when. */
export const hxlDistributions: readonly HxlColumn<DistributionRow>[] = [
  { label: "id", tag: "#meta+id", cell: (row) => row.number },
  { label: "who", tag: "#org+impl+name", cell: (row) => row.organization },
  { label: "what", tag: "#activity+name", cell: (row) => row.kind },
  { label: "sector", tag: "#sector", cell: (row) => row.category },
  { label: "city", tag: "#adm1+name", cell: () => "上海市" },
  { label: "district", tag: "#adm2+code", cell: () => "310115" },
  { label: "township", tag: "#adm3+name", cell: (row) => row.township },
  { label: "receiver", tag: "#loc+name", cell: (row) => row.receiver },
  { label: "date", tag: "#date+start", cell: (row) => row.on },
  { label: "item", tag: "#item+name", cell: (row) => row.item },
  { label: "dispatched", tag: "#item+dispatched+num", cell: (row) => whole(row.quantity) },
  { label: "received", tag: "#item+received+num", cell: (row) => whole(row.good) },
  { label: "unit", tag: "#item+unit", cell: (row) => row.unit },
  { label: "value_cny", tag: "#value+outgoing+c_cny", cell: (row) => fen(row.valueFen) },
  { label: "households", tag: "#reached+hh", cell: (row) => publicWhole(row.households) },
  { label: "people", tag: "#reached+ind", cell: (row) => publicWhole(row.people) },
];

/** 结存: one row a subject of the balance sheet, at the end of the period. */
export const hxlStock = (date: string): readonly HxlColumn<BalanceRow>[] => [
  { label: "date", tag: "#date+reported", cell: () => date },
  { label: "item", tag: "#item+name", cell: (row) => row.item?.name ?? "CNY" },
  { label: "category", tag: "#item+type", cell: (row) => row.item?.category ?? null },
  {
    label: "restricted",
    tag: "#description+earmark",
    cell: (row) => (row.restricted ? "restricted" : "free"),
  },
  { label: "stock", tag: "#item+stock+num", cell: (row) => whole(row.quantity && row.quantity.closing) },
  { label: "unit", tag: "#item+unit", cell: (row) => row.item?.unit ?? null },
  { label: "value_cny", tag: "#value+c_cny", cell: (row) => fen(row.value.closing) },
];

/** The two rows an HXL table starts with: heads for people, hashtags for programs right below. */
export const hxlHeads = (columns: readonly HxlColumn<never>[]): string[][] => [
  columns.map(({ label }) => label),
  columns.map(({ tag }) => tag),
];
