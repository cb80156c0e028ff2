import { parentPort } from "node:worker_threads";
import { textOf } from "../imports/read/cell.ts";
import { openContainer } from "../imports/read/container.ts";
import { parseGrids } from "../imports/read/grid.ts";
import { WorkbookRefused } from "../imports/read/refusal.ts";
import type { FromSheetThread } from "./read-sheet.server.ts";

const answer = (message: FromSheetThread) => parentPort?.postMessage(message);

parentPort?.once("message", (bytes: Uint8Array) => {
  try {
    const [grid] = parseGrids(openContainer(bytes));
    answer({ rows: (grid?.rows ?? []).map((row) => Array.from(row, (cell) => textOf(cell))) });
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    answer({ refused: error.code, params: error.params });
  }
});
