import { nodesOf, TILE_WIDTH, tileRoot } from "./tile.ts";
import { type Hash, rootOf } from "./tree.ts";

/** A tree built anew from its leaves' hashes, one after another: its size, its full tiles by "level/n", and its root. */
export function createTreeCheck() {
  const open: Hash[][] = [];
  const counts: number[] = [];
  const fullTiles = new Map<string, Buffer>();
  let size = 0;

  function add(hash: Hash, level = 0): void {
    const row = (open[level] ??= []);
    row.push(hash);
    if (row.length < TILE_WIDTH) return;
    const tile = Buffer.concat(row);
    counts[level] = (counts[level] ?? 0) + 1;
    fullTiles.set(`${level}/${counts[level] - 1}`, tile);
    open[level] = [];
    add(tileRoot(tile), level + 1);
  }

  return {
    get size() {
      return size;
    },
    fullTiles,
    add(hash: Hash) {
      size += 1;
      add(hash);
    },
    root: (): Promise<Hash> =>
      rootOf(
        size,
        nodesOf((level) => Buffer.concat(open[level] ?? [])),
      ),
  };
}
