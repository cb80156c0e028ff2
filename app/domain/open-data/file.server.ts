import type { Cell } from "../reports/column.ts";
import { CSV_START, csvLine, plainYuan } from "../reports/files/csv.ts";
import { publicSummary } from "../reports/public-summary.server.ts";
import { dataRows } from "./rows.server.ts";
import { type DataFormat, type DataTable, dataTables } from "./tables.ts";

export interface Licence {
  name: string;
  url: string;
}

export const dataTypes: Record<DataFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
};

/**
 * A table of open data as a file, made while it is read. CSV (RFC 4180) with a byte order mark and a line of column names;
 * JSON as one object: table, licence, asOf (RFC 3339), columns, rows (an object each; whole numbers and amounts as text).
 */
export async function* dataFile(
  table: DataTable,
  format: DataFormat,
  licence: Licence,
): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  for await (const text of format === "csv" ? csv(table) : json(table, licence)) yield bytes.encode(text);
}

async function* csv(table: DataTable): AsyncGenerator<string> {
  yield CSV_START + csvLine(dataTables[table].map(({ name }) => name));
  for await (const rows of dataRows(table)) yield rows.map(csvLine).join("");
}

async function* json(table: DataTable, licence: Licence): AsyncGenerator<string> {
  const names = dataTables[table].map(({ name }) => name);
  const { computedAt } = await publicSummary();
  const head = JSON.stringify({ table, licence: licence.url, asOf: computedAt, columns: names });
  yield `${head.slice(0, -1)},"rows":[`;
  let first = true;
  for await (const rows of dataRows(table)) {
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(names.map((name, i) => [name, plain(row[i])]))),
    );
    if (lines.length === 0) continue;
    yield `${first ? "" : ","}\n${lines.join(",\n")}`;
    first = false;
  }
  yield "\n]}\n";
}

function plain(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined || typeof cell === "string") return cell ?? null;
  return "fen" in cell ? plainYuan(cell.fen) : `${cell.whole}`;
}
