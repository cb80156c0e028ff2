import { moneyUnitIn, type MoneyUnit } from "./amount.ts";
import { fold } from "./cell.ts";
import { readGoodsGift } from "./goods-gift.ts";
import { columnLetter, type Grid } from "./grid.ts";
import { readHandout } from "./handout.ts";
import type { Header } from "./header-fields.ts";
import { readMoneyGift } from "./money-gift.ts";
import { readNeed } from "./need.ts";
import { readPayment } from "./payment.ts";
import type {
  ColumnReading,
  Field,
  Notice,
  Period,
  Problem,
  SheetMapping,
  SheetMeta,
  SheetReading,
} from "./reading.ts";
import type { RowReader, Table } from "./row-reader.ts";
import type { SheetNotes } from "./sheet-notes.ts";
import { readTableRows, type TableReading } from "./table-rows.ts";
import type { YearSource } from "./year.ts";

/** A sheet with its header found, before its rows are read. */
export interface OpenSheet {
  grid: Grid;
  header: Header | null;
  notes: SheetNotes;
  mapping: SheetMapping;
}

/** What the sheets of one file tell each other about dates. */
export interface FilePeriod {
  period: Period | null;
  yearSource: YearSource | null;
}

/** Reads a sheet's rows, checks its totals, and says what was refused and what was decided. */
export function readSheet(sheet: OpenSheet, file: FilePeriod): SheetReading {
  const { grid, header } = sheet;
  const meta = metaOf(sheet, file);
  if (header === null) {
    return {
      name: grid.name,
      kind: "unknown",
      headerRow: 0,
      columns: [],
      meta,
      rowCount: 0,
      rows: [],
      problems: [],
      notices: [],
    };
  }
  const table = tableOf(sheet, header, file);
  const common = { name: grid.name, headerRow: header.lastRow + 1, columns: columnsOf(header), meta };
  const missing = missingColumns(header, table);
  const isToldAlready = ({ column, field }: Problem) =>
    column === null && missing.some((one) => one.field === field);
  const finish = <R>(reading: TableReading<R>) => ({
    ...common,
    ...reading,
    problems: [
      ...missing,
      ...reading.problems.filter((problem) => problem.field === null || !isToldAlready(problem)),
    ],
    notices: [...assumptions(sheet, header, table), ...reading.notices],
  });
  const quotes = table.columns.get("quote")?.length ?? 0;
  switch (header.kind) {
    case "money_gifts":
      return { kind: header.kind, ...finish(readTableRows(header, table, readMoneyGift)) };
    case "goods_gifts":
      return { kind: header.kind, ...finish(readTableRows(header, table, readGoodsGift)) };
    case "payments":
      return {
        kind: header.kind,
        ...finish(readTableRows(header, table, (reader) => readPayment(reader, quotes))),
      };
    case "handouts":
      return { kind: header.kind, ...finish(readTableRows(header, table, readHandout)) };
    case "needs": {
      const build = (reader: RowReader, cells: Grid["rows"][number]) =>
        readNeed(reader, cells, header.columns);
      return { kind: header.kind, ...finish(readTableRows(header, table, build)) };
    }
  }
}

function metaOf({ notes, mapping }: OpenSheet, file: FilePeriod): SheetMeta {
  const period = notes.period ?? file.period;
  return {
    ...(period && { period }),
    ...(notes.asOf && { asOf: notes.asOf }),
    moneyUnit: mapping.moneyUnit ?? (notes.moneyUnit === "万元" ? "wan" : "yuan"),
    ...(notes.warehouse && { warehouse: notes.warehouse }),
    ...(notes.filer && { filer: notes.filer }),
  };
}

function tableOf(sheet: OpenSheet, header: Header, file: FilePeriod): Table {
  const { grid, notes, mapping } = sheet;
  const columns = new Map<Field, number[]>();
  for (const { column, field } of header.columns) {
    if (field !== null) columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  return {
    grid,
    columns,
    headerUnits: headerUnitsOf(header, mapping),
    moneyUnit: mapping.moneyUnit
      ? { yuan: "元" as const, wan: "万元" as const }[mapping.moneyUnit]
      : (notes.moneyUnit ?? "元"),
    quantityUnit: quantityUnitOf(header),
    filer: notes.filer ?? null,
    period: notes.period ?? file.period,
    yearSource: file.yearSource,
    fills: new Map(),
  };
}

const MONEY_FIELDS: readonly (Field | null)[] = ["amount", "value", "unitPrice", "quote"];

function headerUnitsOf(header: Header, mapping: SheetMapping): Map<number, MoneyUnit> {
  const units = new Map<number, MoneyUnit>();
  for (const { column, field, parts } of header.columns) {
    const unit = MONEY_FIELDS.includes(field)
      ? moneyUnitIn(fold(parts.join("")).replace(/.*?(单价|金额|价)/, "$1"))
      : null;
    // A unit somebody chose for the sheet goes over the header's, except for prices of one piece.
    if (unit !== null && (mapping.moneyUnit === undefined || field === "unitPrice")) units.set(column, unit);
  }
  return units;
}

function quantityUnitOf(header: Header): string | null {
  const parts = header.columns.find(({ field }) => field === "quantity")?.parts ?? [];
  const unit = /\((?:单位:?)?(\p{Script=Han}{1,3})\)$/u.exec(fold(parts.join("")))?.[1];
  return unit === undefined || /必填|选填|数量|单位/.test(unit) ? null : unit;
}

function columnsOf(header: Header): ColumnReading[] {
  return header.columns.map(({ column, parts, field }) => ({
    column: columnLetter(column),
    header: parts.join(" "),
    field,
  }));
}

function missingColumns(header: Header, table: Table): Problem[] {
  const missing = [...header.missing];
  const needsOrganization = header.kind === "money_gifts" || header.kind === "payments";
  if (needsOrganization && !table.columns.has("organization") && table.filer === null)
    missing.push("organization");
  return missing.map((field) => ({
    row: header.lastRow + 1,
    column: null,
    field,
    code: "column_missing",
    params: {},
    value: "",
  }));
}

/** What was taken for granted about the sheet as a whole. */
function assumptions(sheet: OpenSheet, header: Header, table: Table): Notice[] {
  const place = { row: header.lastRow + 1, column: null };
  const notices: Notice[] = [];
  const money = header.columns.find(({ field }) => field === "amount" || field === "value");
  const stated =
    sheet.mapping.moneyUnit ?? sheet.notes.moneyUnit ?? (money && table.headerUnits.get(money.column));
  if (money && stated === undefined) {
    notices.push({ ...place, field: money.field, code: "money_unit_assumed", params: { unit: "元" } });
  }
  if (header.kind === "money_gifts" && !table.columns.has("status")) {
    notices.push({ ...place, field: "status", code: "status_assumed", params: {} });
  }
  return notices;
}
