import { once } from "node:events";
import type { Cell } from "../column.ts";
import { startThread } from "../../thread.server.ts";

/** A sheet as it is made: `title` rows stand above the heads; batches of rows follow, then the foot. */
export interface Sheet {
  name: string;
  title: readonly string[];
  heads: readonly { label: string; width: number }[];
  rows: AsyncIterable<readonly (readonly Cell[])[]>;
  foot(): readonly (readonly Cell[])[];
}

/** What the thread is sent: any number of batches of rows, then the name and widths to write them under. */
export type ToXlsxThread =
  { rows: readonly (readonly Cell[])[] } | { name: string; widths: readonly number[] };

/**
 * A workbook of one sheet, made by `xlsx` in a thread of its own: the library writes in one go, and the event loop
 * must stay free. Amounts are numbers with two decimals that add up in Excel; text is never taken for a formula.
 */
export async function* xlsx({ name, title, heads, rows, foot }: Sheet): AsyncGenerator<Uint8Array> {
  const thread = startThread("app/domain/reports/files/xlsx-thread.ts", { heapMegabytes: 1024 });
  const send = (message: ToXlsxThread) => thread.postMessage(message);
  try {
    const written = once(thread, "message");
    send({ rows: [...title.map((text) => [text]), heads.map(({ label }) => label)] });
    for await (const batch of rows) send({ rows: batch });
    send({ rows: foot() });
    send({ name, widths: heads.map(({ width }) => width) });
    const [bytes]: [Uint8Array] = (await written) as [Uint8Array];
    yield bytes;
  } finally {
    await thread.terminate();
  }
}
