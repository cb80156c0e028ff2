import { formatCode } from "#app/domain/code.ts";
import { estimatedWidth } from "#app/domain/labels/arrange.ts";
import {
  type BinLabel,
  type StockLabel,
  type StockPaper,
  stockCells,
  stockWords as words,
} from "#app/domain/labels/stock-label.ts";
import { moduleSide, type Surface } from "#app/domain/labels/surface.ts";

/** A way to set a text: type in points, how many lines at most, and their leading in millimetres. */
type Setting = { size: number; lines: number; leading: number };

interface Measures {
  /** The whole label, in millimetres. */
  width: number;
  height: number;
  /** Where the ink begins and how wide it may be. The QR code's quiet zone may lie outside, the margin is white too. */
  left: number;
  top: number;
  inner: number;
  /** What follows counts from `top`. The text beside the code begins at `column`. */
  column: number;
  titles: Setting[];
  subtitle: number;
  lot: number;
  expiry: number;
  quantity: { baseline: number; restricted: number };
  restriction: { top: number; height: number; size: number };
  names: Setting[];
  nameBottom: number;
  writing: [item: number, quantity: number, day: number];
  rule: number;
  code: { baseline: number; size: number };
  foot: { place: number; chinese: number; english: number };
}

/** The 3 × 8 sheet keeps four millimetres from the edge of the paper, which office printers leave white. */
export const stockMeasures: Record<StockPaper, Measures> = {
  "60x40": {
    width: 60,
    height: 40,
    left: 2.5,
    top: 2.5,
    inner: 55,
    column: 18.2,
    titles: [
      { size: 13, lines: 1, leading: 4.6 },
      { size: 10, lines: 2, leading: 4 },
      { size: 7.5, lines: 3, leading: 3 },
    ],
    subtitle: 3,
    lot: 2.9,
    expiry: 3.7,
    quantity: { baseline: 25.4, restricted: 22.6 },
    restriction: { top: 24.2, height: 4.5, size: 9 },
    names: [
      { size: 38, lines: 1, leading: 9.8 },
      { size: 30, lines: 1, leading: 8 },
      { size: 22, lines: 1, leading: 6.4 },
      { size: 14, lines: 2, leading: 5.2 },
    ],
    nameBottom: 28.2,
    writing: [7.5, 15.5, 26.5],
    rule: 29.6,
    code: { baseline: 35, size: 15 },
    foot: { place: 32.3, chinese: 34.5, english: 36.1 },
  },
  "3x8": {
    width: 70,
    height: 37,
    left: 5,
    top: 3.625,
    inner: 60,
    column: 18.2,
    titles: [
      { size: 13, lines: 1, leading: 4.3 },
      { size: 9.5, lines: 2, leading: 3.5 },
      { size: 7.5, lines: 3, leading: 2.8 },
    ],
    subtitle: 2.4,
    lot: 2.6,
    expiry: 3.3,
    quantity: { baseline: 21.4, restricted: 19.45 },
    restriction: { top: 20.4, height: 3.25, size: 7.5 },
    names: [
      { size: 26, lines: 1, leading: 6.9 },
      { size: 20, lines: 1, leading: 5.6 },
      { size: 10.5, lines: 2, leading: 3.7 },
    ],
    nameBottom: 23.1,
    writing: [7, 14.5, 22.4],
    rule: 24.1,
    code: { baseline: 28.5, size: 13 },
    foot: { place: 26.6, chinese: 28.4, english: 30.05 },
  },
};

const QR_SIDE = 20.7;
const QUIET_MODULES = 4;

/** Draws a small label, origin at its top left corner: the same on a page of a PDF and in an HTML page. */
export function drawStockLabel<Qr extends { size: number }>(
  surface: Surface<Qr>,
  label: StockLabel,
  qr: Qr,
  paper: StockPaper,
): void {
  const measure = stockMeasures[paper];
  const quiet = QUIET_MODULES * moduleSide(qr.size, QR_SIDE);
  surface.qr(qr, measure.left - quiet, measure.top - quiet, QR_SIDE);
  const drawing = { surface, measure } as const;
  if (label.kind === "blank") drawBlank(drawing);
  else if (label.kind === "bin") drawBin(drawing, label);
  else drawGoods(drawing, label);
  drawFoot(drawing, label);
}

type Drawing = { surface: Surface<never>; measure: Measures };

/** The first setting in which a text fits, else the last: it is cut there. */
function settingFor(text: string, width: number, settings: readonly Setting[]): Setting {
  // A line is broken where a word ends, so of several lines some room stays empty.
  const fits = ({ size, lines }: Setting) =>
    estimatedWidth(text, size) <= width * lines * (lines > 1 ? 0.96 : 1);
  return settings.find(fits) ?? settings.at(-1)!;
}

function drawGoods(drawing: Drawing, label: Exclude<StockLabel, BinLabel | { kind: "blank" }>): void {
  const { surface, measure } = drawing;
  const cells = stockCells(label);
  const x = measure.left + measure.column;
  const width = measure.inner - measure.column;
  const title = settingFor(cells.title, width, measure.titles);
  let y = measure.top + (title.lines === 1 ? title.leading : title.leading - 0.4);
  surface.paragraph(cells.title, x, y, { ...title, face: "bold", width, mostLines: title.lines });
  y += (title.lines - 1) * title.leading;
  if (cells.subtitle) {
    y += measure.subtitle + (title.lines === 1 ? 0.7 : 0.3);
    surface.text(cells.subtitle, x, y, { size: 7, width });
  }
  if (cells.lot) {
    y += measure.lot;
    surface.text(`${words.lot.zh} ${words.lot.en}  ${cells.lot}`, x, y, { size: 7, width });
  }
  if (cells.expiry) {
    y += measure.expiry;
    const taken = surface.text(`${words.expires.zh} ${words.expires.en}`, x, y, { size: 7 });
    surface.text(cells.expiry, x + taken + 1.2, y, { size: 9.5, face: "bold", width: width - taken - 1.2 });
  }
  const restriction = label.kind === "goods" ? label.restriction : undefined;
  drawQuantity(drawing, cells, restriction !== undefined);
  if (restriction) drawRestriction(drawing, restriction);
}

/** "3 箱 × 2,000 只 = 6,000 只", as large as there is room. */
function drawQuantity(
  { surface, measure }: Drawing,
  { packing, total }: { packing?: string; total?: string },
  restricted: boolean,
): void {
  const { left, inner, top, quantity } = measure;
  const y = top + (restricted ? quantity.restricted : quantity.baseline);
  const [small, large] = restricted ? [9, 12] : [10, 15];
  const taken = total
    ? surface.text(total, left, y, { size: large, face: "bold", width: inner, align: "right" }) + 1.5
    : 0;
  if (!packing) return;
  const said = total && packing.includes("×") ? `${packing} =` : packing;
  surface.text(said, left, y, { size: small, width: inner - taken, smallest: 0.5 });
}

function drawRestriction({ surface, measure }: Drawing, phrase: string): void {
  const { left, inner, top, restriction } = measure;
  surface.block(left, top + restriction.top, inner, restriction.height);
  surface.text(phrase, left + 1.2, top + restriction.top + restriction.height * 0.75, {
    size: restriction.size,
    face: "bold",
    colour: "white",
    width: inner - 2.4,
    smallest: 0.6,
  });
}

function drawBin({ surface, measure }: Drawing, label: BinLabel): void {
  const x = measure.left + measure.column;
  const width = measure.inner - measure.column;
  surface.text(`${words.warehouse.zh} ${words.warehouse.en}`, x, measure.top + 2.2, { size: 6 });
  surface.paragraph(label.warehouse, x, measure.top + 6, {
    size: 10,
    face: "bold",
    width,
    leading: 3.9,
    mostLines: 2,
  });
  if (label.zone) {
    const zone = `${words.zone.zh} ${words.zone.en}`;
    const taken = surface.text(zone, x, measure.top + 14, { size: 6 });
    surface.text(label.zone, x + taken + 1, measure.top + 14, {
      size: 10,
      face: "bold",
      width: width - taken - 1,
    });
  }
  const name = settingFor(label.name, measure.inner, measure.names);
  const baseline = measure.top + measure.nameBottom - (name.lines - 1) * name.leading;
  const style = { ...name, face: "bold", width: measure.inner, mostLines: name.lines } as const;
  surface.paragraph(label.name, measure.left, baseline, style);
}

/** Lines to write on, where a goods label prints. */
function drawBlank({ surface, measure }: Drawing): void {
  const { left, top, inner, column, writing } = measure;
  const [item, quantity, day] = writing;
  const beside = { x: left + column, width: inner - column };
  for (const [word, y, { x, width }] of [
    [words.item, item, beside],
    [words.quantity, quantity, beside],
    [words.day, day, { x: left, width: inner }],
  ] as const) {
    surface.text(`${word.zh} ${word.en}`, x, top + y - 0.6, { size: 6.5 });
    surface.rule(x, top + y, width, 0.25);
  }
}

function drawFoot({ surface, measure }: Drawing, label: StockLabel): void {
  const { left, top, inner, rule, code, foot } = measure;
  surface.rule(left, top + rule, inner, 0.375);
  const style = { size: code.size, face: "bold" } as const;
  const taken = surface.text(formatCode(label.code), left, top + code.baseline, style) + 1.5;
  const right = { width: inner - taken, align: "right" } as const;
  const standing = "place" in label ? label.place : undefined;
  if (standing) {
    surface.text(standing, left + taken, top + foot.place, {
      size: 6.5,
      face: "bold",
      smallest: 0.5,
      ...right,
    });
  }
  if (label.kind === "bin") return;
  surface.text(words.notForSale.zh, left + taken, top + foot.chinese, { size: 5.5, ...right });
  surface.text(words.notForSale.en, left + taken, top + foot.english, { size: 4.2, ...right });
}
