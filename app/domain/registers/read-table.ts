import { type BeneficiaryGroup, beneficiaryGroups } from "#db/vocabulary";
import { parseQuantity } from "../quantity.ts";
import { MOST_ROWS, RegisterRow } from "./schema.ts";
import { type SheetKey, type ShareKey, sheetKeys } from "./sheet.ts";

/** A table as typed, pasted or read from a file: rows of cells. */
export type Table = readonly (readonly string[])[];

/** The words that columns and groups may be called by, in every language. */
export interface TableWords {
  columns: Readonly<Record<SheetKey, readonly string[]>>;
  shares: Readonly<Record<ShareKey, readonly string[]>>;
  groups: Readonly<Record<BeneficiaryGroup, readonly string[]>>;
}

/** What every row gets of a line unless its own cell says otherwise; who is not counted by households, by people. */
export interface Each {
  n: number;
  quantity: bigint;
  per: "household" | "person";
}

/** What is wrong with a row, as its own number counts it from 1; `code` is a key of the dictionary `fields`. */
export interface TableProblem {
  row: number;
  /** The column's key, or "" for the whole row. */
  column: SheetKey | ShareKey | "";
  code: string;
  text: string;
}

/** Lines as typed, or as a spreadsheet pastes them: cells between tabs, else between commas. */
export function tableOf(text: string): Table {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const separator = lines.some((line) => line.includes("\t")) ? "\t" : /[,，;；]/;
  return lines.map((line) => line.split(separator).map((cell) => cell.normalize("NFC").trim()));
}

/** The order of columns where no head says another. */
const typedOrder: readonly SheetKey[] = [
  "building",
  "door",
  "people",
  "name",
  "phone",
  "group",
  "households",
];

interface Head {
  /** Rows up to and with this one are not read; −1 without a head. */
  row: number;
  columns: Partial<Record<SheetKey, number>>;
  /** By line of the delivery. */
  shares: Record<ShareKey, Map<number, number>>;
}

/**
 * The rows of a register, in a table with or without a head. Blank rows and blank cells say nothing: a row is one
 * household unless it has a group and no door, and gets `each` unless its own cell says how much.
 */
export function readRows(
  table: Table,
  words: TableWords,
  each: readonly Each[],
): { rows: RegisterRow[]; problems: TableProblem[] } {
  const head = headOf(table, words, ["building", "people"]) ?? {
    row: -1,
    columns: Object.fromEntries(typedOrder.map((key, i) => [key, i])),
    shares: { planned: new Map(), given: new Map() },
  };
  const rows: RegisterRow[] = [];
  const problems: TableProblem[] = [];
  table.forEach((cells, index) => {
    if (index <= head.row || cells.every((cell) => cell.trim() === "")) return;
    const reading = readRow(cells, head, words, each);
    if ("row" in reading) rows.push(reading.row);
    else problems.push(...reading.problems.map((problem) => ({ ...problem, row: index + 1 })));
  });
  if (rows.length + problems.length === 0) problems.push(whole("lines_missing"));
  if (rows.length > MOST_ROWS) problems.push(whole("too_many"));
  return { rows, problems };
}

const whole = (code: string): TableProblem => ({ row: 0, column: "", code, text: "" });

type RowReading = { row: RegisterRow } | { problems: Omit<TableProblem, "row">[] };

function readRow(cells: readonly string[], head: Head, words: TableWords, each: readonly Each[]): RowReading {
  const cell = (key: SheetKey) => cellAt(cells, head.columns[key]);
  const group = groupCalled(cell("group"), words);
  const alone = cell("group") === "" || cell("door") !== "";
  const households = cell("households") || (alone ? "1" : "0");
  const parsed = RegisterRow.safeParse({
    building: cell("building"),
    group,
    households,
    people: cell("people"),
    door: cell("door"),
    name: cell("name"),
    phone: cell("phone"),
  });
  const problems: Omit<TableProblem, "row">[] = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => {
        const column = sheetKeys.find((key) => key === path[0]) ?? "";
        return { column, code: message, text: column && cell(column) };
      });
  const shares = new Map<number, bigint>();
  if (parsed.success) {
    const { households: doors, people } = parsed.data;
    for (const { n, quantity, per } of each) {
      shares.set(n, quantity * BigInt(per === "household" && doors > 0 ? doors : people));
    }
  }
  for (const [n, at] of head.shares.planned) {
    const text = cellAt(cells, at);
    if (text === "") continue;
    const verdict = parseQuantity(text);
    if (verdict.ok) shares.set(n, verdict.quantity);
    else problems.push({ column: "planned", code: "not_whole", text });
  }
  if (!parsed.success || problems.length > 0) return { problems };
  return { row: { ...parsed.data, shares: [...shares].map(([n, quantity]) => ({ n, quantity })) } };
}

/** A row's count, as `CountBack` takes it. */
export interface RowCount {
  n: number;
  given: { n: number; quantity: bigint }[];
}

/** What rows got, from a filled sheet: rows are known by their numbers; where nothing is filled in nobody counted. */
export function readCounts(
  table: Table,
  words: TableWords,
  register: { rows: readonly { n: number }[]; lines: readonly { n: number }[] },
): { rows: RowCount[]; problems: TableProblem[] } {
  const head = headOf(table, words, ["n"]);
  if (head === undefined || head.shares.given.size === 0) return { rows: [], problems: [whole("no_head")] };
  const known = new Set(register.rows.map(({ n }) => `${n}`));
  const lines = new Set(register.lines.map(({ n }) => n));
  const rows: RowCount[] = [];
  const problems: TableProblem[] = [];
  table.forEach((cells, index) => {
    const filled = [...head.shares.given].filter(([, at]) => cellAt(cells, at) !== "");
    if (index <= head.row || filled.length === 0) return;
    const n = cellAt(cells, head.columns.n);
    const problem = (column: TableProblem["column"], code: string, text: string) =>
      void problems.push({ row: index + 1, column, code, text });
    if (!known.has(n)) return problem("n", "row_unknown", n);
    if (rows.some((row) => `${row.n}` === n)) return problem("n", "duplicate", n);
    const given = filled.flatMap(([line, at]) => {
      const text = cellAt(cells, at);
      const verdict = parseQuantity(text);
      if (verdict.ok && lines.has(line)) return [{ n: line, quantity: verdict.quantity }];
      problem("given", verdict.ok ? "line_unknown" : "not_whole", text);
      return [];
    });
    if (given.length > 0) rows.push({ n: Number(n), given });
  });
  if (rows.length + problems.length === 0) problems.push(whole("lines_missing"));
  return { rows, problems };
}

const cellAt = (cells: readonly string[], at: number | undefined): string =>
  at === undefined ? "" : (cells[at] ?? "").trim();

function groupCalled(text: string, words: TableWords): string {
  if (text === "") return "";
  const called = text.toLowerCase();
  return (
    beneficiaryGroups.find((group) => words.groups[group].some((word) => word.toLowerCase() === called)) ??
    text
  );
}

/** The row that names the columns, among the first twenty; it must name at least these. */
function headOf(table: Table, words: TableWords, needed: readonly SheetKey[]): Head | undefined {
  for (const [row, cells] of table.slice(0, 20).entries()) {
    const columns: Head["columns"] = {};
    for (const key of sheetKeys) {
      const at = cells.findIndex((cell) => words.columns[key].includes(cell.trim()));
      if (at >= 0) columns[key] = at;
    }
    if (!needed.every((key) => columns[key] !== undefined)) continue;
    const shares = {
      planned: shareColumns(cells, words.shares.planned),
      given: shareColumns(cells, words.shares.given),
    };
    return { row, columns, shares };
  }
  return undefined;
}

/** "应领1 口罩（只）" is the first line's. */
function shareColumns(cells: readonly string[], names: readonly string[]): Map<number, number> {
  return new Map(
    cells.flatMap((cell, at) => {
      const name = names.find((each) => cell.trim().startsWith(each));
      const n = name && /^\s*(\d{1,3})\b/.exec(cell.trim().slice(name.length))?.[1];
      return n ? [[Number(n), at] as const] : [];
    }),
  );
}
