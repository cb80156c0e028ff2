import { parentPort } from "node:worker_threads";
import * as XLSX from "xlsx";
import type { Cell } from "../column.ts";
import { plainYuan } from "./csv.ts";
import type { ToXlsxThread } from "./xlsx.server.ts";

const sheets: XLSX.CellObject[][][] = [];

parentPort?.on("message", (message: ToXlsxThread) => {
  if ("rows" in message) {
    const rows = (sheets[message.sheet] ??= []);
    for (const row of message.rows) rows.push(row.map(cellOf));
    return;
  }
  const workbook = XLSX.utils.book_new();
  for (const [n, { name, widths }] of message.sheets.entries()) {
    const sheet = XLSX.utils.aoa_to_sheet(sheets[n] ?? [], { dense: true });
    sheet["!cols"] = widths.map((wch) => ({ wch }));
    // A sheet's name is at most 31 characters and holds none of these.
    XLSX.utils.book_append_sheet(workbook, sheet, name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31));
  }
  parentPort?.postMessage(XLSX.write(workbook, { type: "buffer", bookType: "xlsx", compression: true }));
});

/** Control characters, which a workbook's XML may not hold. */
const unprintable = /[^\P{Cc}\t\n\r]/gu;

/** Text is typed as text, so that "=1+1" stays what somebody wrote. */
function cellOf(cell: Cell): XLSX.CellObject {
  if (cell === null) return { t: "z" };
  if (typeof cell === "string") return { t: "s", v: cell.replace(unprintable, "") };
  if ("fen" in cell) return { t: "n", v: Number(plainYuan(cell.fen)), z: "#,##0.00" };
  return { t: "n", v: Number(cell.whole), z: "#,##0" };
}
