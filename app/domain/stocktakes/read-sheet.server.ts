import { once } from "node:events";
import type { Params } from "../imports/read/reading.ts";
import { LIMITS, type RefusalCode } from "../imports/read/refusal.ts";
import { refuse } from "../errors.ts";
import { startThread } from "../thread.server.ts";

/** The first sheet's rows as text; or why the file cannot be read at all. */
export type FromSheetThread = { rows: string[][] } | { refused: RefusalCode; params: Params };

let turn: Promise<unknown> = Promise.resolve();

/**
 * The cells of a filled count sheet, read in a thread of its own and one file at a time: the library reads in one go,
 * and the event loop must stay free. A file that cannot be read is `unreadable_workbook`.
 */
export function readSheet(bytes: Uint8Array): Promise<string[][]> {
  const reading = turn.then(() => read(bytes));
  turn = reading.catch(() => undefined);
  return reading;
}

async function read(bytes: Uint8Array): Promise<string[][]> {
  const thread = startThread("app/domain/stocktakes/read-sheet-thread.ts", { heapMegabytes: 512 });
  try {
    const answered = once(thread, "message", { signal: AbortSignal.timeout(LIMITS.milliseconds) });
    thread.postMessage(bytes);
    const [answer] = (await answered) as [FromSheetThread];
    if ("rows" in answer) return answer.rows;
    return refuse("unreadable_workbook", { code: answer.refused, detail: JSON.stringify(answer.params) });
  } catch (error) {
    if (tooMuch(error)) refuse("unreadable_workbook", { code: "too_slow", detail: "{}" });
    throw error;
  } finally {
    await thread.terminate();
  }
}

const tooMuch = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === "AbortError" || ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"));
