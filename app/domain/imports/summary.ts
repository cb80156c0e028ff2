import type { SheetProblem } from "./book.server.ts";
import { isBlocked, type SheetReading, type WorkbookReading } from "./read/reading.ts";
import { type SheetTotals, totalsOfSheet } from "./read/totals.ts";

type Texted<T> = T extends bigint
  ? string
  : T extends readonly (infer Item)[]
    ? Texted<Item>[]
    : T extends object
      ? { [Key in keyof T]: Texted<T[Key]> }
      : T;

/** What a person is shown of a sheet before it is written; amounts in fen and quantities as text. */
export type SheetSummary = Texted<
  Pick<
    SheetReading,
    "name" | "kind" | "headerRow" | "columns" | "meta" | "rowCount" | "problems" | "notices" | "total"
  > & {
    accepted: number;
    totals: SheetTotals;
  }
>;

export interface WorkbookSummary {
  sheets: SheetSummary[];
  /** Rows that would be written. */
  accepted: number;
  /** What stands in the way; while it is not 0 nothing is written. */
  problems: number;
}

/** What was read of a workbook, and what the books themselves said to it (`booked`: stock or money that falls short). */
export function summaryOf(reading: WorkbookReading, booked: readonly SheetProblem[]): WorkbookSummary {
  const sheets = reading.sheets.map((sheet) => {
    const own = booked
      .filter((problem) => problem.sheet === sheet.name)
      .map(({ sheet: _sheet, ...problem }) => problem);
    const refused = new Set(own.map((problem) => problem.row));
    const { name, kind, headerRow, columns, meta, rowCount, notices, total } = sheet;
    const accepted = isBlocked(sheet) || !isBooked(sheet) ? 0 : sheet.rows.length - refused.size;
    const problems = [...sheet.problems, ...own].sort((a, b) => a.row - b.row);
    const totals = totalsOfSheet(sheet);
    return texted({
      name,
      kind,
      headerRow,
      columns,
      meta,
      rowCount,
      problems,
      notices,
      total,
      accepted,
      totals,
    });
  });
  return {
    sheets,
    accepted: sheets.reduce((sum, sheet) => sum + sheet.accepted, 0),
    problems: sheets.reduce((sum, sheet) => sum + sheet.problems.length, 0),
  };
}

/** Needs are read and counted; the books have no place for them yet. */
const isBooked = ({ kind }: SheetReading): boolean => kind !== "needs" && kind !== "unknown";

function texted<T>(value: T): Texted<T> {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? `${one}` : one)),
  ) as Texted<T>;
}
