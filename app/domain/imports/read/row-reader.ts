import { isPending, readAmount, type AmountRead, type MoneyUnit } from "./amount.ts";
import { hasFullWidthDigits, isDitto, textOf, type Cell } from "./cell.ts";
import { readDate } from "./date.ts";
import { columnLetter, verticalFill, type Grid } from "./grid.ts";
import { readQuantity } from "./quantity.ts";
import type { Field, Notice, NoticeCode, Pack, Params, Period, Problem, ProblemCode } from "./reading.ts";
import { withYear, type YearSource } from "./year.ts";

/** What all rows of a sheet share. */
export interface Table {
  grid: Grid;
  columns: Map<Field, number[]>;
  /** Column → the money unit its header names. */
  headerUnits: Map<number, MoneyUnit>;
  moneyUnit: MoneyUnit;
  /** The unit of measure in the quantity's header: `数量（只）`. */
  quantityUnit: string | null;
  filer: string | null;
  period: Period | null;
  yearSource: YearSource | null;
  fills: Map<number, Map<number, number>>;
}

const FILLED: readonly Field[] = [
  "date",
  "donor",
  "organization",
  "status",
  "nature",
  "restriction",
  "item",
  "specification",
  "unit",
  "paymentKind",
  "purpose",
  "payee",
  "township",
  "receiver",
  "receiverKind",
  "place",
  "handler",
  "signedBy",
];

/**
 * One row read field by field. A method that cannot read its field reports a problem and returns null; whoever
 * builds the row rejects it when `problems` is not empty.
 */
export class RowReader {
  readonly problems: Problem[] = [];
  readonly notices: Notice[] = [];
  /** What the row adds to the sheet's total, whether or not it is accepted. */
  fen: bigint | null = null;
  quantityRead: bigint | null = null;
  status: "received" | "pledged" = "received";
  private readonly table: Table;
  private readonly index: number;

  constructor(table: Table, index: number) {
    this.table = table;
    this.index = index;
  }

  /** 1-based sheet row. */
  get row(): number {
    return this.index + 1;
  }

  get filer(): string | null {
    return this.table.filer;
  }

  has(field: Field): boolean {
    return this.table.columns.has(field);
  }

  problem(code: ProblemCode, field: Field | null, params: Params = {}): null {
    const value = field === null ? "" : textOf(this.own(field));
    this.problems.push({ row: this.row, column: this.letter(field), field, code, params, value });
    return null;
  }

  notice(code: NoticeCode, field: Field | null, params: Params = {}): void {
    this.notices.push({ row: this.row, column: this.letter(field), field, code, params });
  }

  /** The cell itself, or for fields that describe a group of lines the cell merged or repeated (同上) over it. */
  cell(field: Field): Cell | undefined {
    const column = this.table.columns.get(field)?.[0];
    if (column === undefined) return undefined;
    const own = this.own(field);
    if (isDitto(own)) return this.above(field, column);
    if (own !== undefined || !FILLED.includes(field)) return own;
    const from = this.mergedFrom(column);
    const filled = from === undefined ? undefined : this.table.grid.rows[from]?.[column];
    if (filled && from !== undefined)
      this.notice("filled_from_merged_cell", field, { value: textOf(filled), from: from + 1 });
    return filled;
  }

  /** Whether the field's cell is blank only because a cell above is merged over it. */
  isMergedOver(field: Field): boolean {
    const column = this.table.columns.get(field)?.[0];
    return column !== undefined && this.own(field) === undefined && this.mergedFrom(column) !== undefined;
  }

  /** Tidied text, `""` when blank or no such column. */
  text(field: Field): string {
    return textOf(this.cell(field));
  }

  /** `{field: text}` when there is text, else nothing: for optional properties. */
  optional<K extends Field>(field: K): { [P in K]?: string } {
    const text = this.text(field);
    // A computed key widens to an index signature, so the record is built by name.
    const entry: { [P in K]?: string } = {};
    if (text !== "") entry[field] = text;
    return entry;
  }

  /** A civil date, with the year from the period where the cell names none. */
  date(): string | null {
    const cell = this.cell("date");
    const read = readDate(cell);
    if (read.kind === "failed") return this.problem(read.code, "date");
    if (hasFullWidthDigits(cell)) this.notice("full_width_digits", "date");
    if (read.kind === "full") {
      if (read.from === "serial") this.notice("date_from_serial", "date", { date: read.date });
      return this.inPeriod(read.date);
    }
    const source = this.table.yearSource;
    if (source === null) return this.problem("date_without_year", "date");
    const date = withYear(read.month, read.day, source);
    if (date === null) return this.problem("date_impossible", "date");
    if (read.from === "number") this.notice("date_from_number", "date", { date });
    this.notice(source.from === "dates" ? "year_from_other_dates" : "year_from_period", "date", { date });
    return this.inPeriod(date);
  }

  private inPeriod(date: string): string {
    const period = this.table.period;
    if (period && (date < period.from || date > period.to)) {
      this.notice("date_outside_period", "date", { date, from: period.from, to: period.to });
    }
    return date;
  }

  /** A positive amount in fen. Its reading, of any sign, also counts for the sheet's total. */
  amount(field: "amount" | "value"): bigint | null {
    const read = this.amountRead(field);
    if (read === null) return null;
    this.fen = read.fen;
    return read.fen > 0n ? read.fen : this.problem("amount_not_positive", field);
  }

  /** Null for an unvalued line (待确认, blank), else as `amount`; false when there was a problem. */
  optionalAmount(field: "value"): bigint | null | false {
    const cell = this.cell(field);
    if (cell === undefined || isPending(cell)) {
      if (this.isMergedOver(field)) this.notice("value_shared", field);
      else if (this.has(field)) this.notice(cell ? "value_pending" : "value_blank", field);
      return null;
    }
    return this.amount(field) ?? false;
  }

  private amountRead(field: Field): AmountRead | null {
    const cell = this.cell(field);
    const column = this.table.columns.get(field)?.[0] ?? -1;
    const unit = this.table.headerUnits.get(column) ?? this.table.moneyUnit;
    const read = readAmount(cell, unit);
    if ("code" in read) return this.problem(read.code, field, { unit });
    if (hasFullWidthDigits(cell)) this.notice("full_width_digits", field);
    if (read.fromWords) this.notice("amount_from_words", field);
    if (read.statedUnit !== null && read.statedUnit !== unit) {
      this.notice("amount_in_other_unit", field, { unit: read.statedUnit, sheetUnit: unit });
    }
    return read;
  }

  /** A price or quote in fen; null when blank, pending or not in whole fen, which is never a problem. */
  priceAt(field: "unitPrice" | "quote", which = 0): bigint | null {
    const column = this.table.columns.get(field)?.[which] ?? -1;
    const cell = this.table.grid.rows[this.index]?.[column];
    if (cell === undefined || isPending(cell)) return null;
    const read = readAmount(
      cell,
      this.table.headerUnits.get(column) ?? (field === "unitPrice" ? "元" : this.table.moneyUnit),
    );
    if ("fen" in read && read.fen > 0n) return read.fen;
    this.notices.push({
      row: this.row,
      column: columnLetter(column),
      field,
      code: "unit_price_dropped",
      params: { value: textOf(cell) },
    });
    return null;
  }

  /** A positive whole quantity with its unit. */
  quantity(): { quantity: bigint; unit: string; pack?: Pack } | null {
    const cell = this.cell("quantity");
    const read = readQuantity(cell);
    if ("code" in read) return this.problem(read.code, "quantity");
    this.quantityRead = read.quantity;
    if (read.quantity <= 0n) return this.problem("quantity_not_positive", "quantity");
    if (hasFullWidthDigits(cell)) this.notice("full_width_digits", "quantity");
    const { pack } = read;
    if (pack) this.notice("pack_multiplied", "quantity", { quantity: String(read.quantity) });
    const unit = this.unitOf(read.unit, pack);
    return unit === null ? null : { quantity: read.quantity, unit, ...(pack && { pack }) };
  }

  private unitOf(stated: string | null, pack: Pack | null): string | null {
    const column = this.text("unit") || this.table.quantityUnit;
    if (stated === null)
      return column || this.problem("unit_missing", this.has("unit") ? "unit" : "quantity");
    if (column && column !== stated && pack?.unit !== column) {
      return this.problem("unit_conflict", "quantity", { unit: column, stated });
    }
    if (column !== stated) this.notice("unit_from_quantity", "quantity", { unit: stated });
    return stated;
  }

  private own(field: Field): Cell | undefined {
    const column = this.table.columns.get(field)?.[0];
    return column === undefined ? undefined : this.table.grid.rows[this.index]?.[column];
  }

  private above(field: Field, column: number): Cell | undefined {
    for (let row = this.index - 1; row >= 0; row--) {
      const cell = this.table.grid.rows[row]?.[column];
      if (cell === undefined || isDitto(cell)) continue;
      this.notice("filled_from_above", field, { value: textOf(cell), from: row + 1 });
      return cell;
    }
    return undefined;
  }

  private mergedFrom(column: number): number | undefined {
    let fill = this.table.fills.get(column);
    if (fill === undefined) {
      fill = verticalFill(this.table.grid, column);
      this.table.fills.set(column, fill);
    }
    return fill.get(this.index);
  }

  private letter(field: Field | null): string | null {
    const column = field === null ? undefined : this.table.columns.get(field)?.[0];
    return column === undefined ? null : columnLetter(column);
  }
}
