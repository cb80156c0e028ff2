import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import { TILE_WIDTH, tileRoot, type Tiles, tileWidth } from "./tile.ts";

/** Roots of full tiles, which the rightmost tiles above them consist of. Worth keeping: each is 255 hashes' work. */
const knownRoots = new Map<string, Buffer>();
const MOST_KNOWN = 10_000;

/** After the tables turned out to hold another log than was remembered. */
export const forgetTileRoots = (): void => knownRoots.clear();

/**
 * The tiles of the log as it was with `size` leaves. Full ones are stored; the rightmost of a level is cut from the
 * leaves, or made from the full tiles below it. Throws when the tables lack a part of them.
 */
export function storedTiles(reader: Reader, size: number): Tiles {
  const read = new Map<string, Promise<Buffer>>();
  return (level, n) => {
    const key = `${level}/${n}`;
    const tile = read.get(key) ?? readTile(reader, level, n, tileWidth(size, level, n));
    read.set(key, tile);
    return tile;
  };
}

/** The first `width` hashes of a tile. */
export async function readTile(reader: Reader, level: number, n: number, width: number): Promise<Buffer> {
  if (width === TILE_WIDTH) return (await fullTiles(reader, level, n, 1))[0]!;
  if (level === 0) return leafHashes(reader, n * TILE_WIDTH, width);
  return Buffer.concat(await rootsOf(reader, level - 1, n * TILE_WIDTH, width));
}

async function rootsOf(reader: Reader, level: number, first: number, count: number): Promise<Buffer[]> {
  const numbers = Array.from({ length: count }, (_, i) => first + i);
  const unknown = numbers.filter((n) => !knownRoots.has(`${level}/${n}`));
  if (unknown.length > 0) {
    if (knownRoots.size > MOST_KNOWN) knownRoots.clear();
    const from = knownRoots.size === 0 ? first : unknown[0]!;
    const tiles = await fullTiles(reader, level, from, first + count - from);
    for (const [i, tile] of tiles.entries()) knownRoots.set(`${level}/${from + i}`, tileRoot(tile));
  }
  return numbers.map((n) => knownRoots.get(`${level}/${n}`)!);
}

async function fullTiles(reader: Reader, level: number, first: number, count: number): Promise<Buffer[]> {
  const rows = await reader.execute<{ hashes: Buffer }>(sql`
    select hashes from log_tiles where level = ${level} and n >= ${first} and n < ${first + count} order by n`);
  if (rows.length < count) throw new Error(`tile ${level}/${first} of the log, or one after it, is missing`);
  return rows.map(({ hashes }) => hashes);
}

async function leafHashes(reader: Reader, first: number, count: number): Promise<Buffer> {
  const rows = await reader.execute<{ hash: Buffer }>(sql`
    select hash from log_leaves where index >= ${first} and index < ${first + count} order by index`);
  if (rows.length < count) throw new Error(`leaf ${first} of the log, or one after it, is missing`);
  return Buffer.concat(rows.map(({ hash }) => hash));
}
