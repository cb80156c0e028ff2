import {
  type DeliveryLabel,
  type DeliveryLabelLine,
  type LabelFormat,
  lineCells,
} from "#app/domain/labels/delivery-label.ts";

/** A line on a label: how many lines its texts take, and its height in millimetres. */
export type LabelRow = {
  line: DeliveryLabelLine;
  itemLines: number;
  lotLines: number;
  packingLines: number;
  height: number;
};

/** How one label is divided. Numbers are text lines; PDF and HTML both follow it, so they look alike. */
export type Arrangement = {
  /** The name of the township is too long for its full size. */
  townshipLong: boolean;
  siteLines: number;
  addressLines: number;
  restrictionLines: number;
  rows: LabelRow[];
  hidden: number;
  /** How far a long destination pushes the lines down, in millimetres. */
  pushed: number;
};

/** A text block: its width and line height in millimetres, its type in points. */
type Block = { width: number; size: number; leading: number };

type Measures = {
  township: Block;
  site: Block;
  address: Block;
  restriction: Block;
  item: Block;
  specification: Block;
  lot: Block;
  packing: Block;
  rowPadding: number;
  restrictionPadding: number;
  /** Room for the lines with one line of site, none of address and restriction. */
  room: number;
  /** How much the destination may grow before it pushes the lines down: it stands beside the QR code. */
  slack: number;
  moreHeight: number;
};

/** In millimetres, but type in points. The CSS and the PDF drawing state the same sizes. */
export const measures: Record<LabelFormat, Measures> = {
  "100x150": {
    township: { width: 74, size: 24, leading: 9.6 },
    site: { width: 87, size: 15, leading: 6.4 },
    address: { width: 87, size: 9, leading: 4 },
    restriction: { width: 68, size: 13, leading: 5.6 },
    item: { width: 37, size: 9.5, leading: 3.9 },
    specification: { width: 37, size: 7.5, leading: 3.2 },
    lot: { width: 22, size: 7.5, leading: 3.2 },
    packing: { width: 29.3, size: 7, leading: 3.2 },
    rowPadding: 1.6,
    restrictionPadding: 3,
    room: 47.2,
    slack: 0,
    moreHeight: 4.2,
  },
  a4: {
    township: { width: 68, size: 18, leading: 7.2 },
    site: { width: 68, size: 11, leading: 4.6 },
    address: { width: 68, size: 7.5, leading: 3.2 },
    restriction: { width: 65, size: 9, leading: 3.9 },
    item: { width: 42, size: 8, leading: 3.2 },
    specification: { width: 42, size: 6.5, leading: 2.8 },
    lot: { width: 22, size: 6.5, leading: 2.8 },
    packing: { width: 29, size: 6.5, leading: 2.8 },
    rowPadding: 0.9,
    restrictionPadding: 2,
    room: 25.2,
    slack: 12.4,
    moreHeight: 3.8,
  },
};

const MOST_LINES = 2;

/** Divides a label, and shows as many of its lines as fit; the others are only counted in `hidden`. */
export function arrange(label: DeliveryLabel, format: LabelFormat): Arrangement {
  const measure = measures[format];
  const siteLines = linesOf(label.site, measure.site);
  const addressLines = label.address ? linesOf(label.address, measure.address) : 0;
  const restrictionLines = label.restriction ? linesOf(label.restriction, measure.restriction) : 0;
  const taken =
    (siteLines - 1) * measure.site.leading +
    addressLines * measure.address.leading +
    restrictionLines * measure.restriction.leading +
    (restrictionLines > 0 ? measure.restrictionPadding : 0);
  const pushed = Math.max(0, taken - measure.slack);
  const rows = label.lines.map((line) => row(line, measure));
  const shown = rowsThatFit(rows, measure.room - pushed, measure.moreHeight);
  return {
    townshipLong: linesOf(label.township, measure.township) > 1,
    siteLines,
    addressLines,
    restrictionLines,
    rows: rows.slice(0, shown),
    hidden: rows.length - shown,
    pushed,
  };
}

function row(line: DeliveryLabelLine, measure: Measures): LabelRow {
  const cells = lineCells(line);
  const itemLines = linesOf(cells.item, measure.item);
  const lotLines = linesOf(cells.lot, measure.lot);
  const packingLines = cells.packing === undefined ? 0 : linesOf(cells.packing, measure.packing);
  const item = itemLines * measure.item.leading + (cells.specification ? measure.specification.leading : 0);
  const lot = (lotLines + (cells.expiry ? 1 : 0)) * measure.lot.leading;
  const quantity = measure.item.leading + packingLines * measure.packing.leading;
  const height = Math.max(item, lot, quantity) + measure.rowPadding;
  return { line, itemLines, lotLines, packingLines, height };
}

function rowsThatFit(rows: readonly LabelRow[], room: number, moreHeight: number): number {
  let used = 0;
  let shown = 0;
  for (const { height } of rows) {
    const last = shown === rows.length - 1;
    if (used + height > room - (last ? 0 : moreHeight)) break;
    used += height;
    shown += 1;
  }
  return shown;
}

/** One or two lines. */
function linesOf(text: string, block: Block): number {
  return estimatedWidth(text, block.size) <= block.width ? 1 : MOST_LINES;
}

/** Millimetres of a line of text, its type in points: an estimate that no common font exceeds. */
export function estimatedWidth(text: string, size: number): number {
  const ems = Array.from(text).reduce((sum, character) => sum + advance(character), 0);
  return ems * size * (25.4 / 72);
}

function advance(character: string): number {
  if (character === " ") return 0.3;
  if (character >= "\u2e80") return 1;
  return /[A-Za-z@%]/.test(character) ? 0.66 : 0.58;
}
