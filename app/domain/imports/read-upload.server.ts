import { refuse } from "../errors.ts";
import { readWorkbookInWorker } from "./read/read-in-worker.server.ts";
import type { WorkbookReading } from "./read/reading.ts";
import { WorkbookRefused } from "./read/refusal.ts";
import type { Mapping } from "./schema.ts";

/** Reads an uploaded file off the event loop; a file that cannot be read at all is `unreadable_workbook`. */
export async function readUpload(bytes: Uint8Array, mapping: Mapping): Promise<WorkbookReading> {
  try {
    return await readWorkbookInWorker(bytes, { mapping });
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refuse("unreadable_workbook", { code: error.code, detail: JSON.stringify(error.params) });
  }
}
