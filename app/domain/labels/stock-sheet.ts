import { stockMeasures } from "#app/domain/labels/draw-stock-label.ts";

const cell = stockMeasures["3x8"];
const COLUMNS = 3;
const TOP = 0.5;

/** A4 with 3 × 8 labels of 70 × 37 mm and no gap, as self-adhesive sheets are cut: half a millimetre is left above. */
export const stockSheet = {
  width: 210,
  height: 297,
  columns: COLUMNS,
  rows: 8,
  cells: 24,
  top: TOP,
  /** The top left corner of a cell, row by row. */
  place: (n: number) => ({
    x: (n % COLUMNS) * cell.width,
    y: TOP + Math.floor(n / COLUMNS) * cell.height,
  }),
};
