import { readAmount } from "./amount.ts";
import { fold, foldedText, textOf, type Cell } from "./cell.ts";
import { readDate } from "./date.ts";
import { columnLetter } from "./grid.ts";
import { headerBase, type Header } from "./header-fields.ts";
import { HEADER_WORDS } from "./header-words.ts";
import { readQuantity } from "./quantity.ts";
import type { Field, Notice, Problem, TotalReading } from "./reading.ts";
import { RowReader, type Table } from "./row-reader.ts";
import {
  amountInLabel,
  checkTotals,
  isSubtotalLabel,
  totalLabel,
  type Counted,
  type StatedTotal,
} from "./totals-row.ts";

export interface TableReading<R> {
  rows: R[];
  rowCount: number;
  problems: Problem[];
  notices: Notice[];
  total?: TotalReading;
}

type Cells = (Cell | undefined)[];

/**
 * Reads every row under a header: data through `build`, totals to be checked, and footers, repeated headers and
 * lines of text noticed and left out. Reading stops where another table begins.
 */
export function readTableRows<R extends { row: number; sequence?: string }>(
  header: Header,
  table: Table,
  build: (reader: RowReader, cells: Cells) => R | null,
): TableReading<R> {
  const reading: TableReading<R> = { rows: [], rowCount: 0, problems: [], notices: [] };
  const totals: StatedTotal[] = [];
  const counted: Counted[] = [];
  const duplicates = new Duplicates();
  for (let index = header.lastRow + 1; index < table.grid.rows.length; index++) {
    const cells = table.grid.rows[index] ?? [];
    const place = { row: index + 1, column: null, field: null };
    const sort = sortOf(cells, index, header, table, totals.length > 0);
    if (sort === "second_table") {
      reading.problems.push({ ...place, code: "second_table", params: {}, value: lineOf(cells) });
      break;
    }
    if (sort === "header_repeated") reading.notices.push({ ...place, code: sort, params: {} });
    if (sort === "note")
      reading.notices.push({ ...place, code: "note_row_skipped", params: { value: lineOf(cells) } });
    if (sort === "total") totals.push(statedTotal(cells, index, table));
    if (sort !== "data") continue;
    const reader = new RowReader(table, index);
    const row = build(reader, cells);
    counted.push({ row: reader.row, fen: reader.fen, quantity: reader.quantityRead, status: reader.status });
    if (row && reader.problems.length === 0 && duplicates.admits(row, reader)) reading.rows.push(row);
    reading.problems.push(...reader.problems);
    reading.notices.push(...reader.notices);
  }
  const checked = checkTotals(totals, counted);
  reading.rowCount = counted.length;
  reading.problems.push(...checked.problems);
  reading.notices.push(...checked.notices);
  if (checked.total) reading.total = checked.total;
  return reading;
}

type RowSort = "blank" | "data" | "total" | "note" | "header_repeated" | "second_table";

const FOOTER =
  /^(制表|审核|复核|填表|填报|负责|经办|会计|出纳|主管|单位负责|统计|备注|说明|注|附注|附|盖章|签章|签字|监督|联系|电话|日期|报送|批准|领导)[^:(]{0,8}[:(]|^注\d?[.、:]|^(以上|以下|本表|此表)/;
const DATA_FIELDS: readonly Field[] = [
  "donor",
  "item",
  "receiver",
  "payee",
  "place",
  "amount",
  "quantity",
  "value",
];

function sortOf(cells: Cells, index: number, header: Header, table: Table, afterTotal: boolean): RowSort {
  const filled = cells.filter((cell) => cell !== undefined);
  if (filled.length === 0) return "blank";
  if (totalLabel(cells) !== null && !hasDate(cells, table)) return "total";
  if (isRepeated(cells, header)) return "header_repeated";
  if (filled.slice(0, 2).some((cell) => FOOTER.test(foldedText(cell))) && !hasDate(cells, table))
    return "note";
  if (isOtherHeader(filled)) return "second_table";
  const held = [...table.columns].filter(
    ([field, columns]) => field !== "sequence" && field !== "note" && columns.some((column) => cells[column]),
  );
  if (held.length === 0) return filled.every((cell) => typeof cell.raw === "number") ? "blank" : "note";
  if (isLoneText(cells, filled, index, held, table)) return "note";
  if (afterTotal && !hasDate(cells, table) && !hasFigure(cells, table)) return "note";
  return "data";
}

function hasDate(cells: Cells, table: Table): boolean {
  const cell = cells[table.columns.get("date")?.[0] ?? -1];
  return cell !== undefined && readDate(cell).kind !== "failed";
}

function hasFigure(cells: Cells, table: Table): boolean {
  const fields: Field[] = ["amount", "value", "quantity", "need"];
  return fields.some((field) =>
    (table.columns.get(field) ?? []).some((column) => /\d/.test(foldedText(cells[column]))),
  );
}

function isRepeated(cells: Cells, header: Header): boolean {
  const named = header.columns.filter(({ column, parts }) => cells[column] && parts.length > 0);
  const same = ({ column, parts }: (typeof named)[number]) =>
    parts.some((part) => fold(part) === foldedText(cells[column]));
  return (
    named.length >= 2 &&
    named.every(same) &&
    named.length === cells.filter((cell) => cell !== undefined).length
  );
}

let headerWords: Set<string> | null = null;

function isOtherHeader(filled: Cell[]): boolean {
  if (filled.length < 4 || filled.some((cell) => /\d/.test(foldedText(cell)))) return false;
  headerWords ??= new Set(
    Object.values(HEADER_WORDS).flatMap((fields) => Object.values(fields).flatMap((words) => words.exact)),
  );
  const known = headerWords;
  const matching = filled.filter((cell) => known.has(headerBase(textOf(cell)).base));
  return matching.length >= 3 && matching.length * 10 >= filled.length * 6;
}

/** `—— 四月 ——`: one text and nothing else, where no name of a donor, item or receiver would stand. */
function isLoneText(
  cells: Cells,
  filled: Cell[],
  index: number,
  held: [Field, number[]][],
  table: Table,
): boolean {
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || typeof only.raw !== "string") return false;
  const column = cells.indexOf(only);
  const spread = table.grid.merges.some(
    (m) => m.top === index && m.left <= column && m.right >= Math.max(column, m.left + 1),
  );
  return spread || (!held.some(([field]) => DATA_FIELDS.includes(field)) && readDate(only).kind === "failed");
}

function statedTotal(cells: Cells, index: number, table: Table): StatedTotal {
  const label = totalLabel(cells) ?? "";
  const column = table.columns.get("amount")?.[0] ?? table.columns.get("value")?.[0];
  const unit = (column === undefined ? undefined : table.headerUnits.get(column)) ?? table.moneyUnit;
  const own = column === undefined ? undefined : cells[column];
  const quantityColumn = table.columns.get("quantity")?.[0] ?? -1;
  const numbers = cells.filter(
    (cell, at) => cell && /^[¥\d.,]+(元|万元)?$/.test(foldedText(cell)) && at !== quantityColumn,
  );
  const read = readAmount(own ?? (numbers.length === 1 ? numbers[0] : undefined), unit);
  const quantity = readQuantity(cells[quantityColumn]);
  const hasMoney = column !== undefined;
  return {
    row: index + 1,
    column: column === undefined ? null : columnLetter(column),
    label,
    isSubtotal: isSubtotalLabel(label),
    fen: !hasMoney ? null : "fen" in read ? read.fen : amountInLabel(label, unit),
    quantity: "quantity" in quantity && quantity.unit === null ? quantity.quantity : null,
    value: textOf(own) || label,
  };
}

function lineOf(cells: Cells): string {
  return cells.map(textOf).filter(Boolean).join(" ").slice(0, 80);
}

/** Finds rows written twice: with the same number they are an error, otherwise they may be two true gifts. */
class Duplicates {
  private readonly rows = new Map<string, { row: number; sequence?: string }>();
  private readonly sequences = new Map<string, number>();

  admits(row: { row: number; sequence?: string }, reader: RowReader): boolean {
    const key = keyOf(row);
    const earlier = this.rows.get(key);
    const sameSequence = row.sequence === undefined ? undefined : this.sequences.get(row.sequence);
    if (earlier === undefined) this.rows.set(key, row);
    if (row.sequence !== undefined && sameSequence === undefined) this.sequences.set(row.sequence, row.row);
    if (earlier && row.sequence !== undefined && row.sequence === earlier.sequence) {
      reader.problem("duplicate_row", null, { first: earlier.row });
      return false;
    }
    if (earlier) reader.notice("duplicate_possible", null, { first: earlier.row });
    else if (sameSequence !== undefined)
      reader.notice("sequence_repeated", "sequence", { first: sameSequence });
    return true;
  }
}

function keyOf(row: object): string {
  return Object.entries(row)
    .filter(([name]) => name !== "row" && name !== "sequence")
    .map(
      ([name, value]) =>
        `${name}=${typeof value === "object" && value !== null ? Object.values(value).join("/") : String(value)}`,
    )
    .join("|");
}
