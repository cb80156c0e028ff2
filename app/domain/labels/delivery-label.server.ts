import { buffer } from "node:stream/consumers";
import { CARTON_LABEL, drawCartonLabel } from "#app/domain/labels/carton-label.server.ts";
import { checkPrintable } from "#app/domain/labels/check-printable.server.ts";
import type { DeliveryLabel, LabelFormat } from "#app/domain/labels/delivery-label.ts";
import { labelsPdf } from "#app/domain/labels/pdf.server.ts";
import type { Pen } from "#app/domain/labels/pen.server.ts";
import { labelSymbol, type QrSymbol } from "#app/domain/labels/qr.ts";
import { drawSheetGrid, drawSheetLabel, SHEET, SHEET_LABEL } from "#app/domain/labels/sheet-label.server.ts";

/**
 * The labels as a PDF of exact page size, in the order given: "100x150" has one label a page, "a4" eight a sheet.
 * Throws UnprintableText naming the characters no font can draw (the HTML page still can), and RangeError for no label.
 */
export async function deliveryLabelsPdf(
  labels: readonly DeliveryLabel[],
  format: LabelFormat,
): Promise<Uint8Array> {
  if (labels.length === 0) throw new RangeError("no label to print");
  checkPrintable(labels);
  return buffer(labelsPdf(labels[0]?.number ?? "", (pen) => draw(pen, labels, format)));
}

function* draw(pen: Pen, labels: readonly DeliveryLabel[], format: LabelFormat): Generator<void> {
  const symbols = new Map<string, QrSymbol>();
  for (const [index, label] of labels.entries()) {
    const symbol = symbols.get(label.url) ?? labelSymbol(label, format);
    symbols.set(label.url, symbol);
    if (format === "a4") drawOnSheet(pen, label, symbol, index);
    else drawOnPage(pen, label, symbol);
    yield;
  }
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
