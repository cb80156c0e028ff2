import { formatCode } from "#app/domain/code.ts";
import { arrange, type Arrangement, type LabelRow, measures } from "#app/domain/labels/arrange.ts";
import {
  boxWords,
  type DeliveryLabel,
  dispatchWords,
  labelWords as words,
  lineCells,
  moreWords,
  typingAddress,
} from "#app/domain/labels/delivery-label.ts";
import type { Pen } from "#app/domain/labels/pen.server.ts";
import type { QrSymbol } from "#app/domain/labels/qr.ts";

export const CARTON_LABEL = { width: 100, height: 150 };

const LEFT = 4;
const WIDTH = 92;
const RIGHT = LEFT + WIDTH;
const QR_SIDE = 37;
const COLUMNS = { item: LEFT, lot: 43, quantity: 65.5 };
const { site, address, restriction, item, specification, lot, packing } = measures["100x150"];

/** Draws the 100 × 150 mm label, origin at the top left of the page. */
export function drawCartonLabel(pen: Pen, label: DeliveryLabel, qr: QrSymbol): void {
  const arrangement = arrange(label, "100x150");
  drawTitle(pen, label);
  let y = drawDestination(pen, label, arrangement, 14);
  if (label.restriction) y = drawRestriction(pen, label.restriction, arrangement, y + 1.5);
  y = drawCode(pen, label, qr, y);
  drawLines(pen, arrangement, y);
  drawSignatures(pen, 122.5);
  drawFooter(pen, label, 137.5);
}

function drawTitle(pen: Pen, label: DeliveryLabel): void {
  const box = boxWords(label);
  pen.text(words.title.zh, LEFT, 8.2, { size: 13, face: "bold", width: 50 });
  pen.text(words.title.en, LEFT, 11.4, { size: 6.5, width: 50 });
  pen.text(box.zh, 54, 8.6, { size: 17, face: "bold", width: RIGHT - 54, align: "right" });
  pen.text(box.en, 54, 11.4, { size: 6.5, width: RIGHT - 54, align: "right" });
  pen.rule(LEFT, 12.25, WIDTH, 0.5);
}

function drawDestination(pen: Pen, label: DeliveryLabel, arrangement: Arrangement, top: number): number {
  const { siteLines, addressLines } = arrangement;
  const height = 12.6 + siteLines * site.leading + addressLines * address.leading;
  pen.frame(LEFT, top, WIDTH, height, 0.5);
  pen.text(label.township, 6.5, top + 9.4, { size: 24, face: "bold", width: 74, smallest: 0.5 });
  pen.text(`${words.to.zh} ${words.to.en}`, 80, top + 4.4, { size: 7.5, width: 13.5, align: "right" });
  pen.paragraph(label.site, 6.5, top + 16.2, { ...site, face: "bold", mostLines: siteLines });
  if (label.address) {
    const baseline = top + 14.2 + siteLines * site.leading;
    pen.paragraph(label.address, 6.5, baseline, { ...address, mostLines: addressLines });
  }
  return top + height;
}

function drawRestriction(pen: Pen, phrase: string, { restrictionLines }: Arrangement, top: number): number {
  const height = restrictionLines * restriction.leading + 1.5;
  pen.block(LEFT, top, WIDTH, height);
  pen.paragraph(phrase, 6.5, top + 5, {
    ...restriction,
    face: "bold",
    colour: "white",
    mostLines: restrictionLines,
  });
  const tag = `${words.restricted.zh} ${words.restricted.en}`;
  pen.text(tag, 76, top + 4.4, { size: 7.5, width: 18, align: "right", colour: "white" });
  return top + height;
}

function drawCode(pen: Pen, label: DeliveryLabel, qr: QrSymbol, top: number): number {
  const side = pen.qr(qr, 0.5, top, QR_SIDE);
  const left = 0.5 + side;
  const width = RIGHT - left;
  pen.text(formatCode(label.code), left, top + 8.4, { size: 20, face: "bold", width });
  const number = pen.text(`${words.number.zh} ${words.number.en}`, left, top + 13.2, { size: 7 });
  pen.text(label.number, left + number + 1.5, top + 13.2, {
    size: 10.5,
    face: "bold",
    width: width - number - 1.5,
  });
  pen.text(words.scan.zh, left, top + 18.6, { size: 8.5, width });
  pen.text(words.pin.zh, left, top + 22.4, { size: 8.5, width });
  pen.text(`${words.scanFails.zh} ${typingAddress(label.url)}`, left, top + 26.2, {
    size: 8.5,
    face: "bold",
    width,
  });
  pen.text(words.typeCode.zh, left, top + 30, { size: 8.5, width });
  pen.text(`${words.scan.en} ${words.pin.en}`, left, top + 33.8, { size: 6, width });
  return top + QR_SIDE;
}

function drawLines(pen: Pen, { rows, hidden }: Arrangement, top: number): void {
  const heading = { size: 7, face: "bold" } as const;
  pen.rule(LEFT, top, WIDTH, 0.25);
  pen.text(`${words.item.zh} ${words.item.en}`, COLUMNS.item + 1.2, top + 3.2, heading);
  pen.text(`${words.lot.zh} ${words.lot.en}`, COLUMNS.lot, top + 3.2, { ...heading, width: 22 });
  const quantity = `${words.quantity.zh} ${words.quantity.en}`;
  pen.text(quantity, COLUMNS.quantity, top + 3.2, {
    ...heading,
    width: RIGHT - COLUMNS.quantity - 1.2,
    align: "right",
  });
  let y = top + 4.5;
  for (const row of rows) {
    pen.rule(LEFT, y, WIDTH, 0.25);
    drawLine(pen, row, y);
    y += row.height;
  }
  pen.rule(LEFT, y, WIDTH, 0.25);
  if (hidden === 0) return;
  const more = moreWords(hidden);
  pen.text(`${more.zh} / ${more.en}`, COLUMNS.item + 1.2, y + 3.4, { size: 8.5, face: "bold", width: WIDTH });
}

function drawLine(pen: Pen, { line, itemLines, lotLines, packingLines }: LabelRow, top: number): void {
  const cells = lineCells(line);
  const first = top + 3.9;
  pen.paragraph(cells.item, COLUMNS.item + 1.2, first, { ...item, face: "bold", mostLines: itemLines });
  if (cells.specification) {
    const baseline = first + (itemLines - 1) * item.leading + specification.leading;
    pen.text(cells.specification, COLUMNS.item + 1.2, baseline, specification);
  }
  pen.paragraph(cells.lot, COLUMNS.lot, first, { ...lot, mostLines: lotLines });
  const afterLot = first + lotLines * lot.leading;
  if (cells.expiry)
    pen.text(cells.expiry, COLUMNS.lot, afterLot, { size: 8.5, face: "bold", width: lot.width });
  const right = { width: packing.width, align: "right" } as const;
  pen.text(cells.total, COLUMNS.quantity, first, { size: 10, face: "bold", ...right });
  if (!cells.packing) return;
  const style = { ...packing, ...right, mostLines: packingLines };
  pen.paragraph(cells.packing, COLUMNS.quantity, first + packing.leading, style);
}

function drawSignatures(pen: Pen, top: number): void {
  const middle = LEFT + 36;
  pen.frame(LEFT, top, WIDTH, 13, 0.25);
  pen.block(middle, top, 0.25, 13);
  pen.text(words.carrierSigns.zh, LEFT + 1.5, top + 3.4, { size: 7.5, width: 33 });
  pen.text(words.carrierSigns.en, LEFT + 1.5, top + 5.9, { size: 5.5, width: 33 });
  pen.text(words.receiverSigns.zh, middle + 1.5, top + 3.4, { size: 7.5, width: 53 });
  pen.text(words.receiverSigns.en, middle + 1.5, top + 5.9, { size: 5.5, width: 53 });
}

function drawFooter(pen: Pen, label: DeliveryLabel, top: number): void {
  pen.rule(LEFT, top, WIDTH, 0.5);
  const taken = pen.text(words.notForSale.zh, LEFT, top + 4.2, { size: 10, face: "bold" });
  pen.text(words.notForSale.en, LEFT + taken + 1.5, top + 4.2, { size: 6.5 });
  if (label.hotline) {
    const hotline = `${words.hotline.zh} ${label.hotline}`;
    pen.text(hotline, 56, top + 4.2, { size: 9, face: "bold", width: RIGHT - 56, align: "right" });
  }
  const dispatch = label.dispatchBy ? dispatchWords(label.dispatchBy) : "";
  const dispatchWidth = dispatch ? 42 : 0;
  pen.text(label.organization, LEFT, top + 8.3, {
    size: 8,
    width: WIDTH - dispatchWidth - (dispatch ? 2 : 0),
  });
  if (dispatch) {
    pen.text(dispatch, RIGHT - dispatchWidth, top + 8.3, { size: 7.5, width: dispatchWidth, align: "right" });
  }
}
