import { HASH_BYTES, type Hash, nodeHash, type Nodes } from "./tree.ts";

/** A tile of C2SP tlog-tiles holds up to 256 hashes side by side: eight levels of the tree. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** The hashes of tile `n` of a level, as many as there are. */
export type Tiles = (level: number, n: number) => Buffer | Promise<Buffer>;

/** Every complete node of the tree, worked out from its tiles. */
export function nodesOf(tiles: Tiles): Nodes {
  return async (height, n) => {
    const width = 2 ** (height % TILE_HEIGHT);
    const first = n * width;
    const tile = await tiles(Math.floor(height / TILE_HEIGHT), Math.floor(first / TILE_WIDTH));
    return foldHashes(hashesOf(tile, first % TILE_WIDTH, width));
  };
}

/** The hash that a full tile becomes in the tile above it. */
export const tileRoot = (tile: Buffer): Hash => foldHashes(hashesOf(tile, 0, TILE_WIDTH));

/** How many hashes a level has in a tree of `size` leaves. */
export const levelSize = (size: number, level: number): number => Math.floor(size / TILE_WIDTH ** level);

/** How many of them stand in tile `n`: 0 when there is no such tile. */
export function tileWidth(size: number, level: number, n: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, levelSize(size, level) - n * TILE_WIDTH));
}

function hashesOf(tile: Buffer, first: number, count: number): Hash[] {
  if (tile.length < (first + count) * HASH_BYTES) throw new RangeError("the tile is too short");
  return Array.from({ length: count }, (_, i) =>
    tile.subarray((first + i) * HASH_BYTES, (first + i + 1) * HASH_BYTES),
  );
}

/** The root over a power of two of hashes. */
function foldHashes(hashes: readonly Hash[]): Hash {
  let level = hashes;
  while (level.length > 1) {
    level = Array.from({ length: level.length / 2 }, (_, i) => nodeHash(level[2 * i]!, level[2 * i + 1]!));
  }
  return level[0]!;
}
