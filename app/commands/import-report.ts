import type { SheetSummary, WorkbookSummary } from "#app/domain/imports/summary.ts";

export type ImportStatus = "imported" | "dry_run" | "refused" | "already_imported" | "nothing_to_import";

/** What `npm run import --json` prints; amounts in fen and quantities in base units, as whole numbers. */
export interface ImportReport {
  file: string;
  status: ImportStatus;
  sheets: {
    name: string;
    kind: string;
    rows: number;
    accepted: number;
    rejected: { row: number; column: string | null; code: string; message: string }[];
    totals: Record<string, unknown>;
  }[];
}

type Say = (problem: SheetSummary["problems"][number]) => string;

export function importReport(
  file: string,
  status: ImportStatus,
  summary: WorkbookSummary,
  say: Say,
): ImportReport {
  return {
    file,
    status,
    sheets: summary.sheets.map((sheet) => {
      const { kind: _kind, ...totals } = sheet.totals;
      return {
        name: sheet.name,
        kind: sheet.kind,
        rows: sheet.rowCount,
        accepted: sheet.accepted,
        rejected: sheet.problems.map((problem) => ({
          row: problem.row,
          column: problem.column,
          code: problem.code,
          message: say(problem),
        })),
        totals: numbered(totals),
      };
    }),
  };
}

/** Whole numbers as JSON numbers: a workbook's fen stay below 2^53, which the reader sees to. */
function numbered(totals: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(totals).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === "object" && value !== null
        ? numbered(value)
        : typeof value === "string" && /^\d+$/.test(value)
          ? Number(value)
          : value,
    ]),
  );
}

const words: Record<ImportStatus, string> = {
  imported: "已写入。Written.",
  dry_run: "只核对，没有写入。Checked; nothing was written.",
  refused: "有问题没改好，一行都没有写入。Something must be mended first; nothing was written.",
  nothing_to_import: "表里没有可以写入的内容。There is nothing in it to write.",
  already_imported: "这份表以前导入过，账本没有任何变化。This workbook was imported before; nothing changed.",
};

export function printReport(report: ImportReport): void {
  console.log(report.file);
  for (const sheet of report.sheets) {
    console.log(
      `  ${sheet.name}（${sheet.kind}）: ${sheet.accepted} / ${sheet.rows}  ${JSON.stringify(sheet.totals)}`,
    );
    for (const { row, column, message } of sheet.rejected) {
      console.log(`    ✗ 第 ${row} 行${column ? ` ${column} 列` : ""}: ${message}`);
    }
  }
  console.log(words[report.status]);
}
