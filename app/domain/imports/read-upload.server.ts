import { createHash } from "node:crypto";
import { refuse } from "../errors.ts";
import { readWorkbookInWorker } from "./read/read-in-worker.server.ts";
import type { WorkbookReading } from "./read/reading.ts";
import { WorkbookRefused } from "./read/refusal.ts";
import type { Mapping } from "./schema.ts";

const KEPT_MS = 10 * 60_000;
let kept: { key: string; reading: WorkbookReading; timer: NodeJS.Timeout } | undefined;

/**
 * Reads an uploaded file off the event loop; a file that cannot be read at all is `unreadable_workbook`. The last reading
 * is kept for ten minutes, since a draft is mostly committed soon after it was read.
 */
export async function readUpload(bytes: Uint8Array, mapping: Mapping): Promise<WorkbookReading> {
  const key = createHash("sha256").update(bytes).update(JSON.stringify(mapping)).digest("hex");
  if (kept?.key === key) return kept.reading;
  const reading = await read(bytes, mapping);
  clearTimeout(kept?.timer);
  kept = { key, reading, timer: setTimeout(() => (kept = undefined), KEPT_MS).unref() };
  return reading;
}

async function read(bytes: Uint8Array, mapping: Mapping): Promise<WorkbookReading> {
  try {
    return await readWorkbookInWorker(bytes, { mapping });
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refuse("unreadable_workbook", { code: error.code, detail: JSON.stringify(error.params) });
  }
}
