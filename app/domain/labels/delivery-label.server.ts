import { setImmediate } from "node:timers/promises";
import PDFDocument from "pdfkit";
import { CARTON_LABEL, drawCartonLabel } from "#app/domain/labels/carton-label.server.ts";
import type { DeliveryLabel, LabelFormat } from "#app/domain/labels/delivery-label.ts";
import { Pen } from "#app/domain/labels/pen.server.ts";
import { labelSymbol, type QrSymbol } from "#app/domain/labels/qr.ts";
import { drawSheetGrid, drawSheetLabel, SHEET, SHEET_LABEL } from "#app/domain/labels/sheet-label.server.ts";

const LABELS_BETWEEN_PAUSES = 20;

/**
 * The labels as a PDF of exact page size, in the order given: "100x150" has one label a page, "a4" eight a sheet.
 * The event loop gets a turn every few labels, so that a thousand do not hold up the server.
 * Throws UnprintableText naming the characters no font can draw (the HTML page still can), and RangeError for no label.
 */
export async function deliveryLabelsPdf(
  labels: readonly DeliveryLabel[],
  format: LabelFormat,
): Promise<Uint8Array> {
  if (labels.length === 0) throw new RangeError("no label to print");
  const doc = new PDFDocument({
    autoFirstPage: false,
    lang: "zh-CN",
    info: { Title: labels[0]?.number ?? "", Creator: "Jieli" },
  });
  const bytes = collect(doc);
  const pen = new Pen(doc);
  const symbols = new Map<string, QrSymbol>();
  for (const [index, label] of labels.entries()) {
    if (index % LABELS_BETWEEN_PAUSES === LABELS_BETWEEN_PAUSES - 1) await setImmediate();
    const symbol = symbols.get(label.url) ?? labelSymbol(label, format);
    symbols.set(label.url, symbol);
    if (format === "a4") drawOnSheet(pen, label, symbol, index);
    else drawOnPage(pen, label, symbol);
  }
  pen.checkGlyphs();
  doc.end();
  return bytes;
}

function drawOnPage(pen: Pen, label: DeliveryLabel, symbol: QrSymbol): void {
  pen.openPage(CARTON_LABEL.width, CARTON_LABEL.height);
  drawCartonLabel(pen, label, symbol);
}

function drawOnSheet(pen: Pen, label: DeliveryLabel, symbol: QrSymbol, index: number): void {
  const cell = index % (SHEET.columns * SHEET.rows);
  if (cell === 0) {
    pen.openPage(SHEET.width, SHEET.height);
    drawSheetGrid(pen);
  }
  const x = (cell % SHEET.columns) * SHEET_LABEL.width;
  const y = Math.floor(cell / SHEET.columns) * SHEET_LABEL.height;
  pen.at(x, y, () => drawSheetLabel(pen, label, symbol));
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}
