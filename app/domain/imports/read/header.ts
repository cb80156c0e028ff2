import { fold, foldedText, textOf, type Cell } from "./cell.ts";
import { columnIndex, type Grid, type Merge } from "./grid.ts";
import { HEADER_WORDS, REQUIRED_FIELDS, TITLE_WORDS, type HeaderWords } from "./header-words.ts";
import { SHEET_KINDS, type Field, type RecognisedKind, type SheetMapping } from "./reading.ts";

/** One column under the header: its words as shown, and what it was taken for. */
export interface HeaderColumn {
  column: number;
  /** Texts of the header's rows from the top, without repeats. */
  parts: string[];
  field: Field | null;
}

export interface Header {
  kind: RecognisedKind;
  /** 0-based rows, both included. */
  firstRow: number;
  lastRow: number;
  columns: HeaderColumn[];
  missing: Field[];
}

const SEARCHED_ROWS = 60;
const HIGHEST = 3;
const UNCOUNTED: readonly Field[] = ["sequence", "note", "handler"];
const MANY: readonly Field[] = ["quote", "need"];

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
      (text) => /^[(\[].*[)\]]$/.test(text) || /^(亿元|万元|元|填写.*|示例.*|必填|选填)$/.test(text),
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

function assign(
  kind: RecognisedKind,
  firstRow: number,
  lastRow: number,
  parts: Map<number, string[]>,
  mapping: SheetMapping,
): Header {
  const chosen = new Map<number, Field | null>();
  for (const [letter, field] of Object.entries(mapping.columns ?? {})) chosen.set(columnIndex(letter), field);
  const taken = new Set([...chosen.values()].filter((field) => field !== null));
  for (const { column, field } of candidates(kind, parts)) {
    if (chosen.has(column) || (taken.has(field) && !MANY.includes(field))) continue;
    chosen.set(column, field);
    taken.add(field);
  }
  const columns = [...parts].map(([column, texts]) => ({
    column,
    parts: texts,
    field: chosen.get(column) ?? null,
  }));
  for (const [column, field] of chosen) {
    if (!parts.has(column)) columns.push({ column, parts: [], field });
  }
  columns.sort((a, b) => a.column - b.column);
  return {
    kind,
    firstRow,
    lastRow,
    columns,
    missing: REQUIRED_FIELDS[kind].filter((field) => !taken.has(field)),
  };
}

function candidates(kind: RecognisedKind, parts: Map<number, string[]>) {
  const found: { column: number; field: Field; score: number }[] = [];
  for (const [column, texts] of parts) {
    for (const field of fieldNames(kind)) {
      const words = HEADER_WORDS[kind][field];
      const score = words ? matchScore(texts, words) : 0;
      if (score > 0) found.push({ column, field, score });
    }
    if (kind === "needs" && isNeedHeader(texts)) found.push({ column, field: "need", score: 4 });
  }
  return found.sort((a, b) => b.score - a.score || a.column - b.column);
}

function fieldNames(kind: RecognisedKind): Field[] {
  // Object.keys widens to string; the record is keyed by Field.
  return Object.keys(HEADER_WORDS[kind]).filter((name): name is Field => name in HEADER_WORDS[kind]);
}

/** 10 for a known word, 7 for a pattern; less when only the lower part of a header of two rows matches. */
function matchScore(parts: string[], words: HeaderWords): number {
  const joined = wordScore(parts.join(""), words, 10, 7);
  if (parts.length === 1) return joined;
  return Math.max(joined, wordScore(parts.at(-1) ?? "", words, 6, 3), wordScore(parts[0] ?? "", words, 2, 1));
}

function wordScore(text: string, words: HeaderWords, exact: number, like: number): number {
  const { base, whole } = headerBase(text);
  const at = Math.min(
    ...[base, whole].map((word) => words.exact.indexOf(word)).filter((index) => index >= 0),
  );
  if (at < Infinity) return exact - at * 0.01;
  return words.like?.test(base) && !words.unlike?.test(base) ? like : 0;
}

/** `*金额（万元）` → base `金额`, whole `金额万元`. */
export function headerBase(text: string): { base: string; whole: string } {
  const folded = fold(text)
    .toLowerCase()
    .replace(/^[*★●]+|[*★:]+$/g, "")
    .replace(/^\d+[.、]/, "");
  const base = folded
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, "")
    .replace(/[/,:]?(人民币)?(亿元|百万元|千元|万元|元)$/, "");
  return { base: base || folded, whole: folded.replace(/[()[\]]/g, "") };
}

/** `医用外科口罩（只）`: an item with its unit, as questionnaires head their columns. */
function isNeedHeader(parts: string[]): boolean {
  return /^[^()]{1,20}\([\p{Script=Han}]{1,3}\)$/u.test(fold(parts.at(-1) ?? ""));
}

function scoreOf(header: Header, parts: Map<number, string[]>, title: string): number {
  const matched = header.columns.filter((column) => column.field !== null && column.field !== "need");
  const needs = header.columns.filter((column) => column.field === "need").length;
  const words = matched.reduce((sum, { field, parts: texts }) => {
    const known = field === null ? undefined : HEADER_WORDS[header.kind][field];
    return sum + (known ? matchScore(texts, known) : 0);
  }, 0);
  const titled = TITLE_WORDS[header.kind].test(title) ? 8 : 0;
  const height = header.lastRow - header.firstRow;
  return (
    words +
    Math.min(needs, 6) * 4 +
    titled -
    header.missing.length * 12 -
    (parts.size - matched.length - needs) -
    height * 0.1
  );
}

function isEnough(header: Header): boolean {
  const counted = header.columns.filter(
    (column) => column.field !== null && !UNCOUNTED.includes(column.field),
  );
  if (header.kind === "needs") return header.missing.length === 0 && counted.length >= 3;
  return counted.length >= 3 && header.missing.length <= 1;
}
