import type { Messages } from "#app/i18n/messages.ts";
import { formatQuantity, formatWhole } from "../quantity.ts";
import type { BinToCount, LotToCount } from "./get-sheet.server.ts";

type Words = Messages["stocktakes"]["sheet"];

/** What a filled count sheet is read by; its other columns are for the counter's eyes. */
export const sheetKeys = ["bin", "assetId", "since", "packs", "pieces"] as const;
export type SheetKey = (typeof sheetKeys)[number];

export type SheetColumn = keyof Words["columns"];

const widths: Record<SheetColumn, number> = {
  bin: 12,
  item: 26,
  lotNumber: 16,
  expiresOn: 12,
  pack: 20,
  expected: 12,
  packs: 10,
  pieces: 10,
  assetId: 10,
  since: 12,
};

/** The columns of a count sheet, on screen, on paper and in the file alike; a blind one has no `expected`. */
export const sheetColumns = (blind: boolean): SheetColumn[] =>
  (Object.keys(widths) as SheetColumn[]).filter((column) => !blind || column !== "expected");

/** The same as a spreadsheet: a row for each lot, and one for a place where there should be nothing. */
export function sheetTable(blind: boolean, sheets: readonly BinToCount[], words: Words) {
  const columns = sheetColumns(blind);
  return {
    heads: columns.map((column) => ({ label: words.columns[column], width: widths[column] })),
    rows: sheets.flatMap((sheet) =>
      rowsOf(sheet).map((lot) => columns.map((column) => fileCell(column, sheet, lot, words))),
    ),
  };
}

/** As on paper, but what the books say is a number. */
const fileCell = (column: SheetColumn, sheet: BinToCount, lot: LotToCount | null, words: Words) =>
  column === "expected" && lot?.expected != null
    ? { whole: lot.expected }
    : cellOf(column, sheet, lot, words);

/** The lots of a place, or one empty row. */
export const rowsOf = ({ lots }: BinToCount): (LotToCount | null)[] => (lots.length > 0 ? lots : [null]);

/** What stands in a column; null is left for the counter to fill in. */
export function cellOf(
  column: SheetColumn,
  sheet: BinToCount,
  lot: LotToCount | null,
  words: Words,
): string | null {
  if (column === "bin") return sheet.bin ?? words.dock;
  if (column === "since") return sheet.since;
  if (lot === null) return column === "item" ? words.empty : null;
  switch (column) {
    case "item":
      return [lot.item, lot.specification].filter(Boolean).join(" ");
    case "pack":
      return lot.packName !== null && lot.packSize !== null && lot.packSize > 1n
        ? `${lot.packName} × ${formatQuantity(lot.packSize, lot.unit)}`
        : lot.unit;
    case "expected":
      return lot.expected === null ? null : formatWhole(lot.expected);
    case "packs":
    case "pieces":
      return null;
    default:
      return lot[column];
  }
}
