import { formatCode } from "#app/domain/code.ts";
import { arrange, type Arrangement, type LabelRow, measures } from "#app/domain/labels/arrange.ts";
import {
  boxWords,
  type DeliveryLabel,
  dispatchWords,
  labelWords as words,
  lineCells,
  moreWords,
} from "#app/domain/labels/delivery-label.ts";
import type { Pen } from "#app/domain/labels/pen.server.ts";
import type { QrSymbol } from "#app/domain/labels/qr.ts";

/** A4 with 2 × 4 labels and no gap, as self-adhesive sheets are cut. */
export const SHEET = { width: 210, height: 297, columns: 2, rows: 4 };
export const SHEET_LABEL = { width: SHEET.width / SHEET.columns, height: SHEET.height / SHEET.rows };

const LEFT = 5;
const WIDTH = 95;
const RIGHT = LEFT + WIDTH;
const QR_SIDE = 29;
const COLUMN = 32;
const COLUMN_WIDTH = RIGHT - COLUMN;
const COLUMNS = { item: LEFT, lot: 48, quantity: 71 };
const { site, address, restriction, item, specification, lot, packing } = measures.a4;

/** Draws the 105 × 74.25 mm label, origin at the top left of its cell. */
export function drawSheetLabel(pen: Pen, label: DeliveryLabel, qr: QrSymbol): void {
  const arrangement = arrange(label, "a4");
  drawCode(pen, label, qr);
  drawDestination(pen, label, arrangement);
  drawLines(pen, arrangement, 37 + arrangement.pushed);
  drawFooter(pen, label, 62.6);
}

/** The cell borders inside a sheet, to cut plain paper along. */
export function drawSheetGrid(pen: Pen): void {
  pen.cutLine(SHEET_LABEL.width, 0, SHEET_LABEL.width, SHEET.height);
  for (let row = 1; row < SHEET.rows; row += 1) {
    pen.cutLine(0, row * SHEET_LABEL.height, SHEET.width, row * SHEET_LABEL.height);
  }
}

function drawCode(pen: Pen, label: DeliveryLabel, qr: QrSymbol): void {
  const quiet = (QR_SIDE / qr.size) * 4;
  pen.qr(qr, LEFT - quiet, LEFT - quiet, QR_SIDE);
  pen.text(formatCode(label.code), LEFT, 32.4, { size: 11.5, face: "bold", width: 25 });
  pen.text(`${words.scanShort.zh} ${words.scanShort.en}`, LEFT, 35.4, { size: 5.5, width: 25 });
}

function drawDestination(pen: Pen, label: DeliveryLabel, arrangement: Arrangement): void {
  const { siteLines, addressLines, restrictionLines } = arrangement;
  const box = boxWords(label);
  const taken = pen.text(box.zh, COLUMN, 9, { size: 13, face: "bold", width: COLUMN_WIDTH, align: "right" });
  pen.text(label.number, COLUMN, 9, { size: 8.5, width: COLUMN_WIDTH - taken - 2 });
  pen.text(label.township, COLUMN, 16.4, { size: 18, face: "bold", width: COLUMN_WIDTH, smallest: 0.5 });
  pen.paragraph(label.site, COLUMN, 21.8, { ...site, face: "bold", mostLines: siteLines });
  const siteEnd = 21.8 + (siteLines - 1) * site.leading;
  if (label.address)
    pen.paragraph(label.address, COLUMN, siteEnd + 3.7, { ...address, mostLines: addressLines });
  if (!label.restriction) return;
  const top = siteEnd + addressLines * address.leading + 1.8;
  pen.block(COLUMN, top, COLUMN_WIDTH, restrictionLines * restriction.leading + 1);
  const style = { ...restriction, face: "bold", colour: "white", mostLines: restrictionLines } as const;
  pen.paragraph(label.restriction, COLUMN + 1.2, top + 3.7, style);
}

function drawLines(pen: Pen, { rows, hidden }: Arrangement, top: number): void {
  let y = top;
  for (const row of rows) {
    pen.rule(LEFT, y, WIDTH, 0.2);
    drawLine(pen, row, y);
    y += row.height;
  }
  pen.rule(LEFT, y, WIDTH, 0.2);
  if (hidden === 0) return;
  const more = moreWords(hidden);
  pen.text(`${more.zh} / ${more.en}`, COLUMNS.item, y + 2.8, { size: 7, face: "bold", width: WIDTH });
}

function drawLine(pen: Pen, { line, itemLines, lotLines, packingLines }: LabelRow, top: number): void {
  const cells = lineCells(line);
  const first = top + 3.1;
  pen.paragraph(cells.item, COLUMNS.item, first, { ...item, face: "bold", mostLines: itemLines });
  if (cells.specification) {
    const baseline = first + (itemLines - 1) * item.leading + specification.leading;
    pen.text(cells.specification, COLUMNS.item, baseline, specification);
  }
  pen.paragraph(cells.lot, COLUMNS.lot, first, { ...lot, mostLines: lotLines });
  const afterLot = first + lotLines * lot.leading;
  if (cells.expiry)
    pen.text(cells.expiry, COLUMNS.lot, afterLot, { size: 7, face: "bold", width: lot.width });
  const right = { width: packing.width, align: "right" } as const;
  pen.text(cells.total, COLUMNS.quantity, first, { size: 9, face: "bold", ...right });
  if (!cells.packing) return;
  const style = { ...packing, ...right, mostLines: packingLines };
  pen.paragraph(cells.packing, COLUMNS.quantity, first + packing.leading, style);
}

function drawFooter(pen: Pen, label: DeliveryLabel, top: number): void {
  pen.rule(LEFT, top, WIDTH, 0.35);
  const taken = pen.text(words.notForSale.zh, LEFT, top + 3.2, { size: 7.5, face: "bold" });
  pen.text(words.notForSale.en, LEFT + taken + 1.2, top + 3.2, { size: 5.5 });
  if (label.hotline) {
    const hotline = `${words.hotline.zh} ${label.hotline}`;
    pen.text(hotline, 58, top + 3.2, { size: 7.5, face: "bold", width: RIGHT - 58, align: "right" });
  }
  const dispatch = label.dispatchBy ? dispatchWords(label.dispatchBy) : "";
  pen.text(label.organization, LEFT, top + 6.2, { size: 6.5, width: dispatch ? 56 : WIDTH });
  if (dispatch) pen.text(dispatch, 62, top + 6.2, { size: 6.5, width: RIGHT - 62, align: "right" });
}
