import * as XLSX from "xlsx";
import type { SheetReading } from "#app/domain/imports/read/reading.ts";

export type CellValue = string | number | null | XLSX.CellObject;

export interface SheetSpec {
  name?: string;
  rows: CellValue[][];
  /** Such as `C5:C7`. */
  merges?: string[];
}

/** A true .xlsx file of the given sheets. */
export function xlsxOf(...specs: SheetSpec[]): Buffer {
  const workbook = XLSX.utils.book_new();
  for (const [index, { name = `Sheet${index + 1}`, rows, merges = [] }] of specs.entries()) {
    const sheet = XLSX.utils.aoa_to_sheet(rows);
    sheet["!merges"] = merges.map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(workbook, sheet, name);
  }
  const bytes: Buffer = XLSX.write(workbook, { type: "buffer", bookType: "xlsx", compression: true });
  return bytes;
}

/** A number shown as a date, as Excel keeps it. */
export function dateCell(serial: number): XLSX.CellObject {
  return { t: "n", v: serial, z: "yyyy/m/d" };
}

/** Asserts the kind, so that the rows are typed. */
export function ofKind<K extends SheetReading["kind"]>(
  sheet: SheetReading | undefined,
  kind: K,
): Extract<SheetReading, { kind: K }> {
  if (!isKind(sheet, kind)) throw new Error(`expected ${kind}, read ${sheet?.kind}`);
  return sheet;
}

function isKind<K extends SheetReading["kind"]>(
  sheet: SheetReading | undefined,
  kind: K,
): sheet is Extract<SheetReading, { kind: K }> {
  return sheet?.kind === kind;
}
