import { openContainer } from "./container.ts";
import { contentHash } from "./content-hash.ts";
import { readDate } from "./date.ts";
import { parseGrids } from "./grid.ts";
import { findHeader } from "./header.ts";
import type { Period, ReadOptions, WorkbookReading } from "./reading.ts";
import { readSheetNotes } from "./sheet-notes.ts";
import { readSheet, type FilePeriod, type OpenSheet } from "./sheet.ts";

/**
 * Reads a workbook (xlsx; also xls and csv of the same shapes) into typed rows, problems and notices. Pure and
 * synchronous: a server calls it in a worker.
 * @throws WorkbookRefused when the file as a whole cannot be read.
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): WorkbookReading {
  const sheets = parseGrids(openContainer(bytes)).map((grid): OpenSheet => {
    const mapping = options.mapping?.[grid.name] ?? {};
    const header = findHeader(grid, mapping);
    return { grid, header, mapping, notes: readSheetNotes(grid, header?.firstRow ?? null) };
  });
  const filePeriod = sheets.map((sheet) => sheet.notes.period).find(Boolean) ?? null;
  const allDates = rangeOf(sheets.flatMap(fullDatesOf));
  const recognised = sheets.flatMap(({ grid, header }) => (header ? [{ header, grid }] : []));
  return {
    contentHash: contentHash(recognised),
    sheets: sheets.map((sheet) => readSheet(sheet, periodFor(sheet, filePeriod, allDates))),
  };
}

function periodFor(sheet: OpenSheet, filePeriod: Period | null, allDates: Period | null): FilePeriod {
  const { year } = sheet.mapping;
  const period = sheet.notes.period ?? filePeriod;
  if (year !== undefined) return { period, yearSource: { from: "given", year } };
  if (period) return { period, yearSource: { from: "period", period } };
  const until = sheet.notes.asOf?.slice(0, 10);
  if (until)
    return {
      period,
      yearSource: { from: "period", period: { from: `${until.slice(0, 4)}-01-01`, to: until } },
    };
  const dates = rangeOf(fullDatesOf(sheet)) ?? allDates;
  return { period, yearSource: dates && { from: "dates", period: dates } };
}

function fullDatesOf({ grid, header }: OpenSheet): string[] {
  const column = header?.columns.find(({ field }) => field === "date")?.column;
  if (column === undefined || header === null) return [];
  return grid.rows.slice(header.lastRow + 1).flatMap((cells) => {
    const read = readDate(cells[column]);
    return read.kind === "full" ? [read.date] : [];
  });
}

function rangeOf(dates: string[]): Period | null {
  const sorted = dates.toSorted();
  const [from, to] = [sorted[0], sorted.at(-1)];
  return from !== undefined && to !== undefined ? { from, to } : null;
}
