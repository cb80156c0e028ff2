import type { Readable } from "node:stream";
import { checkPrintable } from "#app/domain/labels/check-printable.server.ts";
import { drawStockLabel, stockMeasures } from "#app/domain/labels/draw-stock-label.ts";
import { labelsPdf } from "#app/domain/labels/pdf.server.ts";
import type { Pen } from "#app/domain/labels/pen.server.ts";
import { qrSymbol } from "#app/domain/labels/qr.ts";
import { stockSheet } from "#app/domain/labels/stock-sheet.ts";
import type { StockLabel, StockPaper } from "#app/domain/labels/stock-label.ts";

/**
 * Small labels as a PDF of exact page size, in the order given: "60x40" has one label a page, "3x8" twenty-four a
 * sheet. It is written while it is read. Throws UnprintableText before anything is written.
 */
export function stockLabelsPdf(title: string, labels: readonly StockLabel[], paper: StockPaper): Readable {
  if (labels.length === 0) throw new RangeError("no label to print");
  checkPrintable(labels);
  return labelsPdf(title, (pen) => draw(pen, labels, paper));
}

function* draw(pen: Pen, labels: readonly StockLabel[], paper: StockPaper): Generator<void> {
  const { width, height } = stockMeasures[paper];
  for (const [index, label] of labels.entries()) {
    const symbol = qrSymbol(label.url, "M");
    if (paper === "60x40") {
      pen.openPage(width, height);
      drawStockLabel(pen, label, symbol, paper);
    } else {
      const cell = index % stockSheet.cells;
      if (cell === 0) openSheet(pen);
      const { x, y } = stockSheet.place(cell);
      pen.at(x, y, () => drawStockLabel(pen, label, symbol, paper));
    }
    yield;
  }
}

/** A sheet with its cell borders, to cut plain paper along. */
function openSheet(pen: Pen): void {
  const { columns, rows, width, height, top } = stockSheet;
  pen.openPage(width, height);
  const cell = stockMeasures["3x8"];
  const bottom = top + rows * cell.height;
  for (let column = 1; column < columns; column += 1) {
    pen.cutLine(column * cell.width, top, column * cell.width, bottom);
  }
  for (let row = 0; row <= rows; row += 1) {
    pen.cutLine(0, top + row * cell.height, width, top + row * cell.height);
  }
}
