import { createHash } from "node:crypto";
import { foldedText } from "./cell.ts";
import { verticalFill, type Grid } from "./grid.ts";
import type { Header } from "./header-fields.ts";

/**
 * sha256 in hex over the cells of the recognised sheets: kind, then each filled row's cells, folded, with those of
 * the table's columns that lie under a vertical merge marked. Styles, blank rows, sheet names and how the file was
 * packed do not count.
 */
export function contentHash(sheets: { header: Header; grid: Grid }[]): string {
  const hash = createHash("sha256");
  for (const { header, grid } of sheets) {
    hash.update(`${header.kind}\n`);
    const merged = header.columns.map(({ column }) => ({ column, fill: verticalFill(grid, column) }));
    for (const row of grid.filledRows) {
      const cells = grid.rows[row] ?? [];
      const parts = cells.map((cell, column) => (cell ? [column, foldedText(cell)] : null)).filter(Boolean);
      const covered = merged.filter(({ column, fill }) => cells[column] === undefined && fill.has(row));
      hash.update(`${JSON.stringify([parts, covered.map(({ column }) => column)])}\n`);
    }
  }
  return hash.digest("hex");
}
