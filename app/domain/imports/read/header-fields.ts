import { fold } from "./cell.ts";
import { columnIndex } from "./grid.ts";
import { HEADER_WORDS, REQUIRED_FIELDS, TITLE_WORDS, type HeaderWords } from "./header-words.ts";
import type { Field, RecognisedKind, SheetMapping } from "./reading.ts";

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

const UNCOUNTED: readonly Field[] = ["sequence", "note", "handler"];
const MANY: readonly Field[] = ["quote", "need"];

/** Takes every column, given its texts, for the field it fits best; what a person chose goes first. */
export function assign(
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

/** How well a header fits its kind; only for comparing headers of one sheet. */
export function scoreOf(header: Header, parts: Map<number, string[]>, title: string): number {
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

/** Whether enough was recognised to call the sheet one of the kind, one required column missing at most. */
export function isEnough(header: Header): boolean {
  const counted = header.columns.filter(
    (column) => column.field !== null && !UNCOUNTED.includes(column.field),
  );
  if (header.kind === "needs") return header.missing.length === 0 && counted.length >= 3;
  return counted.length >= 3 && header.missing.length <= 1;
}
