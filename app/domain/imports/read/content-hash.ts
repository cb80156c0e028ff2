import { createHash } from "node:crypto";
import { foldedText, type Cell } from "./cell.ts";
import { verticalFill, type Grid } from "./grid.ts";
import type { RecognisedKind } from "./reading.ts";

/**
 * sha256 in hex over the cells of the recognised sheets: kind, then each filled row's cells, folded, with the
 * rows that lie under a vertical merge marked. Styles, blank rows, sheet names and how the file was packed do not
 * count.
 */
export function contentHash(sheets: { kind: RecognisedKind; grid: Grid }[]): string {
  const hash = createHash("sha256");
  for (const { kind, grid } of sheets) {
    hash.update(`${kind}\n`);
    const width = grid.rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
    const merged = Array.from({ length: width }, (_, column) => verticalFill(grid, column));
    grid.rows.forEach((cells, row) => {
      if (cells.length === 0) return;
      const texts = merged.map((fill, column) => hashedText(cells[column], fill.has(row)));
      hash.update(`${JSON.stringify(texts)}\n`);
    });
  }
  return hash.digest("hex");
}

function hashedText(cell: Cell | undefined, isMergedOver: boolean): string {
  if (cell === undefined) return isMergedOver ? "^" : "";
  return foldedText(cell);
}
