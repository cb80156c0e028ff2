import { sql } from "drizzle-orm";
import { db } from "#db";
import { signedSize } from "./get-checkpoint.server.ts";
import type { TileAddress } from "./tile-path.ts";
import { TILE_WIDTH, tileWidth } from "./tile.ts";
import { readTile } from "./tiles.server.ts";

/**
 * A tile, or a bundle of entries (each a big-endian 16-bit length and the leaf), as far as checkpoints were signed for
 * it; undefined beyond. Anybody may read it.
 */
export async function getTile({ level, n, width }: TileAddress): Promise<Buffer | undefined> {
  const signed = tileWidth(await signedSize(), level === "entries" ? 0 : level, n);
  if (width > signed) return undefined;
  return level === "entries" ? readBundle(n, width) : readTile(db, level, n, width);
}

async function readBundle(n: number, width: number): Promise<Buffer> {
  const first = n * TILE_WIDTH;
  const rows = await db.execute<{ leaf: Buffer }>(sql`
    select leaf from log_leaves where index >= ${first} and index < ${first + width} order by index`);
  return Buffer.concat(rows.flatMap(({ leaf }) => [lengthOf(leaf), leaf]));
}

function lengthOf(leaf: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(leaf.length);
  return length;
}
