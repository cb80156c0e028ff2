import type { Params, ReadOptions, WorkbookReading } from "./reading.ts";
import type { RefusalCode } from "./refusal.ts";

/** Items per message: few enough that unpacking one keeps the event loop free. */
export const SLICE = 2_000;

export const LISTS = ["rows", "problems", "notices"] as const;

export interface ToWorker {
  bytes: Uint8Array;
  options: ReadOptions;
}

/** `frame` is the reading with empty lists; slices fill them in order; then `done`. */
export type FromWorker =
  | { type: "frame"; reading: WorkbookReading }
  | { type: "slice"; sheet: number; list: (typeof LISTS)[number]; items: unknown[] }
  | { type: "done" }
  | { type: "refused"; code: RefusalCode; params: Params };
