import { fold, foldedText, textOf, type Cell } from "./cell.ts";
import type { Grid, Merge } from "./grid.ts";
import { assign, isEnough, scoreOf, type Header } from "./header-fields.ts";
import { SHEET_KINDS, type SheetMapping } from "./reading.ts";

const SEARCHED_ROWS = 60;
const HIGHEST = 3;

/** Finds the header and the kind of a sheet, or null when it is no sheet we know. */
export function findHeader(grid: Grid, mapping: SheetMapping): Header | null {
  if (mapping.kind === "unknown") return null;
  const mergeAt = mergeLookup(grid.merges.filter((merge) => merge.top < SEARCHED_ROWS + HIGHEST));
  let best: Scored | null = null;
  let title = fold(grid.name);
  for (let row = 0; row < Math.min(grid.rows.length, SEARCHED_ROWS); row++) {
    const here = bestHeaderAt(grid, row, title, mapping, mergeAt);
    if (here && here.score > (best?.score ?? 0)) best = here;
    if (best && row > best.header.lastRow) break;
    title += (grid.rows[row] ?? []).map(foldedText).join("");
  }
  return best?.header ?? null;
}

interface Scored {
  header: Header;
  score: number;
}

function bestHeaderAt(
  grid: Grid,
  row: number,
  title: string,
  mapping: SheetMapping,
  mergeAt: MergeLookup,
): Scored | null {
  const isMapped = mapping.headerRow !== undefined || mapping.columns !== undefined;
  const kinds = mapping.kind && mapping.kind !== "unknown" ? [mapping.kind] : SHEET_KINDS;
  let best: Scored | null = null;
  for (const lastRow of headerEnds(grid, row, mergeAt)) {
    if (mapping.headerRow !== undefined && lastRow !== mapping.headerRow - 1) continue;
    const parts = headerParts(grid, row, lastRow, mergeAt);
    for (const kind of kinds) {
      const header = assign(kind, row, lastRow, parts, mapping);
      const score = scoreOf(header, parts, title);
      if ((isMapped || isEnough(header)) && score > (best?.score ?? 0)) best = { header, score };
    }
  }
  return best;
}

type MergeLookup = (row: number, column: number) => Merge | undefined;

function mergeLookup(merges: Merge[]): MergeLookup {
  return (row, column) =>
    merges.find((m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right);
}

/** The last rows a header that starts at `row` could have: rows of data cannot be part of a header. */
function headerEnds(grid: Grid, row: number, mergeAt: MergeLookup): number[] {
  const cells = grid.rows[row] ?? [];
  if (cells.filter(Boolean).length < 2 || startsAbove(grid, row, mergeAt)) return [];
  const ends: number[] = [];
  let end = row;
  let forced = row;
  cells.forEach((_, column) => {
    const merge = mergeAt(row, column);
    if (merge && merge.top === row) forced = Math.max(forced, Math.min(merge.bottom, row + HIGHEST - 1));
  });
  while (end < row + HIGHEST - 1 && isHeaderContinuation(grid.rows[end + 1])) end += 1;
  // A second row of bracketed hints or of column numbers says nothing by itself and always belongs to the header.
  for (let last = row; last <= Math.max(end, forced); last++) {
    if (last >= forced && !isHintRow(grid.rows[last + 1])) ends.push(last);
  }
  return ends;
}

/** Whether a heading merged down from an earlier row reaches this one: the header begins there. */
function startsAbove(grid: Grid, row: number, mergeAt: MergeLookup): boolean {
  const columns = (grid.rows[row - 1] ?? []).map((_, column) => column);
  return columns.some((column) => {
    const merge = mergeAt(row, column);
    return merge !== undefined && merge.top < row && grid.rows[merge.top]?.[merge.left] !== undefined;
  });
}

function isHeaderContinuation(cells: (Cell | undefined)[] | undefined): boolean {
  const filled = (cells ?? []).filter((cell) => cell !== undefined);
  return filled.length > 0 && (isHintRow(cells) || filled.every(isWords));
}

function isWords(cell: Cell): boolean {
  const text = foldedText(cell);
  return (
    typeof cell.raw === "string" &&
    !/\d{2,}|^[\d.]+$|^\d+[月/-]|^(合计|总计|小计)/.test(text) &&
    text.length <= 20
  );
}

function isHintRow(cells: (Cell | undefined)[] | undefined): boolean {
  const filled = (cells ?? []).filter((cell) => cell !== undefined).map(foldedText);
  if (filled.length === 0) return false;
  if (
    filled.every(
      (text) => /^[([].*[)\]]$/.test(text) || /^(亿元|万元|元|填写.*|示例.*|必填|选填)$/.test(text),
    )
  )
    return true;
  return (
    filled.length > 2 &&
    filled.every(
      (text, index) => /^(甲|乙|丙|丁)$/.test(text) || text.replace(/[()]/g, "") === String(index + 1),
    )
  );
}

/** Column → its header texts from top to bottom; a merged cell speaks for all it covers. */
function headerParts(grid: Grid, first: number, last: number, mergeAt: MergeLookup): Map<number, string[]> {
  const width = Math.max(...grid.rows.slice(first, last + 1).map((cells) => cells.length));
  const byColumn = new Map<number, string[]>();
  for (let column = 0; column < width; column++) {
    const parts: string[] = [];
    for (let row = first; row <= last; row++) {
      if (isHintRow(grid.rows[row]) && row > first && !isBracketed(grid.rows[row]?.[column])) continue;
      const merge = mergeAt(row, column);
      const cell = merge ? grid.rows[merge.top]?.[merge.left] : grid.rows[row]?.[column];
      const text = textOf(cell);
      if (text !== "" && parts.at(-1) !== text) parts.push(text);
    }
    if (parts.length > 0) byColumn.set(column, parts);
  }
  return byColumn;
}

function isBracketed(cell: Cell | undefined): boolean {
  return /^[(（[].*[)）\]]$/.test(textOf(cell)) && !/^\D?\d+\D?$/.test(textOf(cell));
}
