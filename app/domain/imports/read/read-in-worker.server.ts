import type { Worker } from "node:worker_threads";
import { startThread } from "../../thread.server.ts";
import type { ReadOptions, WorkbookReading } from "./reading.ts";
import { LIMITS, WorkbookRefused } from "./refusal.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

const MOST_AT_ONCE = 2;
const HEAP_MEGABYTES = 768;
const WORKER = "app/domain/imports/read/worker.ts";

/**
 * `readWorkbook` in a thread of its own, so that the event loop stays free. At most two files are read at once;
 * others wait. The thread is stopped after a minute, and when it outgrows its memory.
 * @throws WorkbookRefused when the file as a whole cannot be read.
 */
export async function readWorkbookInWorker(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<WorkbookReading> {
  if (bytes.length > LIMITS.fileBytes) {
    throw new WorkbookRefused("too_large", { limitMegabytes: LIMITS.fileBytes / 1024 / 1024 });
  }
  const release = await takeSlot();
  const worker = startThread(WORKER, { heapMegabytes: HEAP_MEGABYTES });
  try {
    return await converse(worker, { bytes, options });
  } finally {
    release();
    await worker.terminate();
  }
}

let busy = 0;
const waiting: (() => void)[] = [];

async function takeSlot(): Promise<() => void> {
  if (busy >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  };
}

function converse(worker: Worker, task: ToWorker): Promise<WorkbookReading> {
  return new Promise((resolve, reject) => {
    let reading: WorkbookReading | null = null;
    const timer = setTimeout(() => reject(new WorkbookRefused("too_slow")), LIMITS.milliseconds);
    worker.on("message", (message: FromWorker) => {
      if (message.type === "refused") return reject(new WorkbookRefused(message.code, message.params));
      if (message.type === "frame") reading = message.reading;
      if (message.type === "slice") {
        const list: unknown[] | undefined = reading?.sheets[message.sheet]?.[message.list];
        list?.push(...message.items);
      }
      if (message.type === "done" && reading) return resolve(reading);
      setImmediate(() => worker.postMessage(null));
    });
    worker.once("error", (error) => {
      const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(outOfMemory ? new WorkbookRefused("too_slow", {}, error) : error);
    });
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(new Error("the reading thread ended without an answer"));
    });
    worker.postMessage(task);
  });
}
