import { create } from "qrcode";
import type { DeliveryLabel, LabelFormat } from "#app/domain/labels/delivery-label.ts";
import type { StockLabel } from "#app/domain/labels/stock-label.ts";

/** M survives a creased sheet of paper, Q a carton's dirt and tape. */
export type QrLevel = "M" | "Q";

/** A QR code as runs of dark modules. `size` counts the quiet zone of four modules on each side. */
export type QrSymbol = { size: number; runs: { x: number; y: number; length: number }[] };

/** A label with its QR code as `qrPath` gives it: what the page needs, so that no browser has to make codes. */
export type PrintedLabel = DeliveryLabel & { qr: { size: number; path: string } };
export type PrintedStockLabel = StockLabel & { qr: { size: number; path: string } };

const QUIET = 4;
const LEVELS: Record<LabelFormat, QrLevel> = { "100x150": "Q", a4: "M" };

/** The QR code of a text, runs in reading order. Upper-case text gives the smaller symbol. */
export function qrSymbol(text: string, level: QrLevel): QrSymbol {
  const { modules } = create(text, { errorCorrectionLevel: level });
  const runs: QrSymbol["runs"] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > start) runs.push({ x: start + QUIET, y: row + QUIET, length: column - start });
    }
  }
  return { size: modules.size + 2 * QUIET, runs };
}

/** The dark modules as the data of one SVG path, in a view box of `0 0 size size`. */
export function qrPath(symbol: QrSymbol): string {
  return symbol.runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join("");
}

/** A whole SVG image, black on white, without a fixed width. */
export function qrSvg(text: string, level: QrLevel): string {
  const symbol = qrSymbol(text, level);
  const box = `0 0 ${symbol.size} ${symbol.size}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${symbol.size}v${symbol.size}H0z"/><path d="${qrPath(symbol)}"/></svg>`;
}

/** The QR code of a label: level Q on cartons, M on the smaller labels of a sheet. */
export function labelSymbol(label: DeliveryLabel, format: LabelFormat): QrSymbol {
  return qrSymbol(label.url, LEVELS[format]);
}

/** Labels ready for `DeliveryLabelSheet`; call it in a loader. */
export function printedLabels(labels: readonly DeliveryLabel[], format: LabelFormat): PrintedLabel[] {
  return labels.map((label) => {
    const symbol = labelSymbol(label, format);
    return { ...label, qr: { size: symbol.size, path: qrPath(symbol) } };
  });
}

/** Labels ready for `StockLabelSheet`; call it in a loader. Small labels are of level M, for larger modules. */
export function printedStockLabels(labels: readonly StockLabel[]): PrintedStockLabel[] {
  return labels.map((label) => {
    const symbol = qrSymbol(label.url, "M");
    return { ...label, qr: { size: symbol.size, path: qrPath(symbol) } };
  });
}
