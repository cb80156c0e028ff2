import type { Locale } from "#db/vocabulary";
import { fieldsOf } from "./read/header-words.ts";
import { readingMessages as english } from "./read/messages.en.ts";
import { readingMessages as chinese } from "./read/messages.zh-CN.ts";
import { type Field, NOTICE_LEVELS, type NoticeCode, SHEET_KINDS, type SheetKind } from "./read/reading.ts";
import type { SheetSummary } from "./summary.ts";

/** One thing said about a row (or, with the header's row, about the sheet), in the reader's language. */
export interface Remark {
  row: number;
  /** "C 捐赠日期"; null when the whole row is meant. */
  column: string | null;
  /** The cell as it was written; blank when there is none. */
  value: string;
  what: string;
  todo: string;
}

/** What was converted without a question, once for all rows it was done to. */
export interface Conversion {
  what: string;
  rows: number[];
}

export interface SheetInWords {
  name: string;
  kind: SheetKind;
  kindWord: string;
  rowCount: number;
  accepted: number;
  moneyUnit: "yuan" | "wan";
  columns: { column: string; header: string; field: Field | null; word: string | null }[];
  /** What a column of this kind of sheet may hold. */
  fields: { value: Field; label: string }[];
  /** Must be mended before anything is written. */
  problems: Remark[];
  /** Our choice, which somebody should glance at. */
  looks: Remark[];
  done: Conversion[];
  totals: SheetSummary["totals"];
  total: SheetSummary["total"];
}

/** The kinds a sheet may be said to be, with "not recognised" last. */
export const sheetKindChoices = (locale: Locale): { value: SheetKind; label: string }[] =>
  [...SHEET_KINDS, "unknown" as const].map((kind) => ({ value: kind, label: wordsIn(locale).kinds[kind] }));

/** What was read of a sheet, for a person: every code as a sentence, every field by its name. */
export function sheetInWords(sheet: SheetSummary, locale: Locale): SheetInWords {
  const words = wordsIn(locale);
  const wordOf = (field: Field | null) => (field === null ? null : words.fields[field]);
  const columnOf = ({ column, field }: { column: string | null; field: Field | null }) =>
    [column, wordOf(field)].filter((part) => part !== null).join(" ") || null;
  const noticed = (level: "look" | "done") =>
    sheet.notices.filter(({ code }) => NOTICE_LEVELS[code] === level);
  const { name, kind, rowCount, accepted, totals, total } = sheet;
  return {
    name,
    kind,
    kindWord: words.kinds[kind],
    rowCount,
    accepted,
    moneyUnit: sheet.meta.moneyUnit,
    columns: sheet.columns.map((column) => ({ ...column, word: wordOf(column.field) })),
    fields: kind === "unknown" ? [] : fieldsOf(kind).map((value) => ({ value, label: words.fields[value] })),
    problems: sheet.problems.map((problem) => ({
      row: problem.row,
      column: columnOf(problem),
      value: problem.value,
      ...words.problems[problem.code](problem.params),
    })),
    looks: noticed("look").map((notice) => ({
      row: notice.row,
      column: columnOf(notice),
      value: "",
      ...words.notices[notice.code](notice.params),
    })),
    done: conversionsOf(noticed("done"), (code, params) => words.notices[code](params).what),
    totals,
    total,
  };
}

const wordsIn = (locale: Locale) => (locale === "en" ? english : chinese);

type Notices = SheetSummary["notices"];

/** One line for each kind of conversion; where they differ from row to row, the first stands for all. */
function conversionsOf(
  notices: Notices,
  say: (code: NoticeCode, params: Notices[number]["params"]) => string,
): Conversion[] {
  const found = new Map<NoticeCode, Conversion>();
  for (const { code, params, row } of notices) {
    const conversion = found.get(code) ?? { what: say(code, params), rows: [] };
    conversion.rows.push(row);
    found.set(code, conversion);
  }
  return [...found.values()];
}
