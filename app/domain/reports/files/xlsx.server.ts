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

/** What the thread is sent: any number of batches of rows of a sheet, then how the sheets are called and how wide they are. */
export type ToXlsxThread =
  { sheet: number; rows: readonly (readonly Cell[])[] } | { sheets: readonly SheetFrame[] };

export interface SheetFrame {
  name: string;
  widths: readonly number[];
}

/** A workbook that is filled batch by batch, any sheet at any time, and written once at the end. */
export interface WorkbookWriter {
  add(sheet: number, rows: readonly (readonly Cell[])[]): void;
  finish(sheets: readonly SheetFrame[]): Promise<Uint8Array>;
  /** Ends the thread, also when nothing was finished. */
  close(): Promise<void>;
}

/**
 * A workbook made by `xlsx` in a thread of its own: the library writes in one go, and the event loop must stay free.
 * Amounts are numbers with two decimals that add up in Excel; text is never taken for a formula.
 */
export function openWorkbook(): WorkbookWriter {
  const thread = startThread("app/domain/reports/files/xlsx-thread.ts", { heapMegabytes: 1024 });
  const send = (message: ToXlsxThread) => thread.postMessage(message);
  return {
    add: (sheet, rows) => send({ sheet, rows }),
    finish: async (sheets) => {
      const written = once(thread, "message");
      send({ sheets });
      const [bytes] = (await written) as [Uint8Array];
      return bytes;
    },
    close: async () => void (await thread.terminate()),
  };
}

/** A workbook of one sheet. */
export async function* xlsx({ name, title, heads, rows, foot }: Sheet): AsyncGenerator<Uint8Array> {
  const workbook = openWorkbook();
  try {
    workbook.add(0, [...title.map((text) => [text]), heads.map(({ label }) => label)]);
    for await (const batch of rows) workbook.add(0, batch);
    workbook.add(0, foot());
    yield await workbook.finish([{ name, widths: heads.map(({ width }) => width) }]);
  } finally {
    await workbook.close();
  }
}
