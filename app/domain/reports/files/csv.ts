import type { Cell } from "../column.ts";

/** UTF-8 with a byte order mark, so that Excel reads Chinese. */
export const CSV_START = "\ufeff";

/**
 * A line of CSV (RFC 4180). Numbers stay numbers: fen as yuan with two decimals. Text a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return "fen" in cell ? plainYuan(cell.fen) : `${cell.whole}`;
  const text = looksLikeFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet takes text with one of these in front for a formula; full-width ones too, in Chinese Excel. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@＝＋－＠\t\r\n]/.test(text);

/** Yuan as a machine reads it: "-1234.50". */
export function plainYuan(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? "-" : ""}${size / 100n}.${(size % 100n).toString().padStart(2, "0")}`;
}
