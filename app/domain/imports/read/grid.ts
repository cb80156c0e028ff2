import * as XLSX from "xlsx";
import { tidy, type Cell } from "./cell.ts";
import type { Container } from "./container.ts";
import { LIMITS, WorkbookRefused } from "./refusal.ts";

/** 0-based, both ends included. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A sheet as filled cells. Rows and columns are 0-based here; blank cells are undefined. */
export interface Grid {
  name: string;
  rows: (Cell | undefined)[][];
  /** The rows that hold anything, in order. */
  filledRows: number[];
  merges: Merge[];
}

const DAYS_1904 = 1462;
const EMPTY: (Cell | undefined)[] = [];

/**
 * Parses a container into its visible and hidden sheets.
 * @throws WorkbookRefused `damaged`, `encrypted`, `too_many_rows`
 */
export function parseGrids(container: Container): Grid[] {
  const workbook = parse(container);
  const shift = workbook.Workbook?.WBProps?.date1904 === true ? DAYS_1904 : 0;
  const grids = workbook.SheetNames.map((name) => gridOf(name, workbook.Sheets[name], shift));
  const rows = grids.reduce((sum, grid) => sum + grid.filledRows.length, 0);
  if (rows > LIMITS.rows) throw new WorkbookRefused("too_many_rows", { limit: LIMITS.rows });
  return grids;
}

function parse(container: Container): XLSX.WorkBook {
  const options: XLSX.ParsingOptions = {
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellDates: false,
  };
  try {
    return container.format === "csv"
      ? XLSX.read(container.text, { ...options, type: "string", raw: true })
      : XLSX.read(container.bytes, { ...options, type: "buffer" });
  } catch (error) {
    const password = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new WorkbookRefused(password ? "encrypted" : "damaged", {}, error);
  }
}

function gridOf(name: string, sheet: XLSX.WorkSheet | undefined, shift: number): Grid {
  const rows: (Cell | undefined)[][] = [];
  sheet?.["!data"]?.forEach((cells, row) => {
    const filled: (Cell | undefined)[] = [];
    cells.forEach((cell: XLSX.CellObject | undefined, column) => {
      const read = cell && cellOf(cell, shift);
      if (read) filled[column] = read;
    });
    if (filled.length > 0) rows[row] = filled;
  });
  const filledRows = Object.keys(rows).map(Number);
  for (let row = 0; row < rows.length; row++) rows[row] ??= EMPTY;
  const merges = (sheet?.["!merges"] ?? []).map(({ s, e }) => ({
    top: s.r,
    bottom: e.r,
    left: s.c,
    right: e.c,
  }));
  return { name, rows, filledRows, merges: merges.sort((a, b) => a.top - b.top) };
}

function cellOf(cell: XLSX.CellObject, shift: number): Cell | undefined {
  const value = cell.v;
  if (cell.t === "e")
    return { raw: cell.f ? `=${cell.f}` : "#ERROR", isDate: false, ...(cell.f && uncalculated) };
  if (typeof value === "number" && Number.isFinite(value)) {
    const isDate = typeof cell.z === "string" && XLSX.SSF.is_date(cell.z);
    return { raw: isDate ? value + shift : value, isDate };
  }
  if (typeof value === "boolean") return { raw: value ? "是" : "否", isDate: false };
  const text = typeof value === "string" ? value : "";
  if (text === "" && cell.f) return { raw: `=${cell.f}`, isDate: false, ...uncalculated };
  return tidy(text) === "" ? undefined : { raw: text, isDate: false };
}

const uncalculated = { uncalculated: true } as const;

/** For one column: filled row → the row of the cell above it whose vertical merge covers it. */
export function verticalFill(grid: Grid, column: number): Map<number, number> {
  const fill = new Map<number, number>();
  const merges = grid.merges.filter((m) => m.left <= column && column <= m.right && m.bottom > m.top);
  let at = 0;
  for (const row of grid.filledRows) {
    while ((merges[at]?.bottom ?? Infinity) < row) at += 1;
    const merge = merges[at];
    if (merge && merge.top < row) fill.set(row, merge.top);
  }
  return fill;
}

/** `0` → `A`, `27` → `AB`. */
export function columnLetter(column: number): string {
  return XLSX.utils.encode_col(column);
}

/** `A` → `0`. */
export function columnIndex(letter: string): number {
  return XLSX.utils.decode_col(letter);
}
