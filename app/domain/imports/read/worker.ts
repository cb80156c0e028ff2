import { parentPort } from "node:worker_threads";
import type { SheetReading, WorkbookReading } from "./reading.ts";
import { WorkbookRefused } from "./refusal.ts";
import { readWorkbook } from "./workbook.ts";
import { LISTS, SLICE, type FromWorker, type ToWorker } from "./worker-messages.ts";

// The other side sends the task, then `null` for each further message it is ready to take.
let answers: Generator<FromWorker> | null = null;
parentPort?.on("message", (message: ToWorker | null) => {
  if (message) answers = answer(message);
  const next = answers?.next();
  if (next?.value) parentPort?.postMessage(next.value);
});

function* answer({ bytes, options }: ToWorker): Generator<FromWorker> {
  let reading: WorkbookReading;
  try {
    reading = readWorkbook(bytes, options);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    yield { type: "refused", code: error.code, params: error.params };
    return;
  }
  const hollow = reading.sheets.map((sheet): SheetReading => {
    // Each list an array of its own: cloning keeps shared ones shared.
    const rows: [] = [];
    return { ...sheet, rows, problems: [], notices: [] };
  });
  yield { type: "frame", reading: { ...reading, sheets: hollow } };
  for (const [sheet, lists] of reading.sheets.entries()) {
    for (const list of LISTS) {
      for (let from = 0; from < lists[list].length; from += SLICE) {
        yield { type: "slice", sheet, list, items: lists[list].slice(from, from + SLICE) };
      }
    }
  }
  yield { type: "done" };
}
