import { setImmediate } from "node:timers/promises";
import type { Readable } from "node:stream";
import PDFDocument from "pdfkit";
import { Pen } from "#app/domain/labels/pen.server.ts";

const LABELS_BETWEEN_PAUSES = 20;

/**
 * A PDF of labels that is written while it is read. `draw` draws one label between two yields; the event loop gets a
 * turn every few labels, so that a thousand do not hold up the server, and nothing more is drawn once nobody reads.
 */
export function labelsPdf(title: string, draw: (pen: Pen) => Generator<void>): Readable {
  const doc = new PDFDocument({
    autoFirstPage: false,
    lang: "zh-CN",
    info: { Title: title, Creator: "Jieli" },
  });
  const stream = doc as unknown as Readable;
  write(doc, stream, draw).catch((error: unknown) => stream.destroy(error as Error));
  return stream;
}

async function write(
  doc: PDFKit.PDFDocument,
  stream: Readable,
  draw: (pen: Pen) => Generator<void>,
): Promise<void> {
  const pen = new Pen(doc);
  let drawn = 0;
  for (const _ of draw(pen)) {
    drawn += 1;
    if (drawn % LABELS_BETWEEN_PAUSES === 0) await setImmediate();
    if (stream.destroyed) return;
  }
  pen.close();
  doc.end();
}
