import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { LeafKind } from "#db/vocabulary";
import { levelSize, nodesOf, TILE_WIDTH, tileRoot } from "./tile.ts";
import { storedTiles } from "./tiles.server.ts";
import { HASH_BYTES, type Hash, leafHash, rootOf } from "./tree.ts";

export interface NewLeaf {
  kind: LeafKind;
  subjectId: string;
  leaf: Buffer;
}

interface TreeGrowth {
  size: number;
  root: Hash;
  fullTiles: { level: number; n: number; hashes: Buffer }[];
}

/** The step that adds leaves to a log of `size` and the tiles that they fill. Answers the new size and root. */
export async function append(tx: Tx, size: number, leaves: readonly NewLeaf[]): Promise<TreeGrowth> {
  const hashes = leaves.map(({ leaf }) => leafHash(leaf));
  const growth = await grow(tx, size, hashes);
  await insertLeaves(tx, size, leaves, hashes);
  await insertTiles(tx, growth.fullTiles);
  return growth;
}

/** Level by level: what is added to the rightmost tile fills tiles, whose roots are added to the level above. */
async function grow(tx: Tx, size: number, hashes: readonly Hash[]): Promise<TreeGrowth> {
  const stored = storedTiles(tx, size);
  const changed = new Map<string, Buffer>();
  const fullTiles: TreeGrowth["fullTiles"] = [];
  let added = hashes;
  for (let level = 0; added.length > 0; level += 1) {
    const before = levelSize(size, level);
    const first = Math.floor(before / TILE_WIDTH);
    const open = before % TILE_WIDTH === 0 ? [] : [await stored(level, first)];
    const row = Buffer.concat([...open, ...added]);
    const roots: Hash[] = [];
    for (let n = first, at = 0; at < row.length; n += 1, at += TILE_WIDTH * HASH_BYTES) {
      const tile = row.subarray(at, at + TILE_WIDTH * HASH_BYTES);
      changed.set(`${level}/${n}`, tile);
      if (tile.length < TILE_WIDTH * HASH_BYTES) continue;
      fullTiles.push({ level, n, hashes: tile });
      roots.push(tileRoot(tile));
    }
    added = roots;
  }
  const nodes = nodesOf((level, n) => changed.get(`${level}/${n}`) ?? stored(level, n));
  return { size: size + hashes.length, root: await rootOf(size + hashes.length, nodes), fullTiles };
}

/** Columns travel as one text each, for leaves are canonical JSON and hold no line break of their own. */
const lines = (texts: readonly string[]) => sql`string_to_array(${texts.join("\n")}, chr(10))`;

async function insertLeaves(tx: Tx, size: number, leaves: readonly NewLeaf[], hashes: readonly Hash[]) {
  await tx.execute(sql`
    insert into log_leaves (index, kind, subject_id, leaf, hash)
    select ${size}::bigint + t.nth - 1, t.kind, t.subject::uuid, convert_to(t.leaf, 'UTF8'), decode(t.hash, 'hex')
    from unnest(${lines(leaves.map(({ kind }) => kind))}, ${lines(leaves.map(({ subjectId }) => subjectId))},
                ${lines(leaves.map(({ leaf }) => leaf.toString()))}, ${lines(hashes.map((hash) => hash.toString("hex")))})
      with ordinality as t (kind, subject, leaf, hash, nth)`);
}

async function insertTiles(tx: Tx, tiles: TreeGrowth["fullTiles"]) {
  if (tiles.length === 0) return;
  await tx.execute(sql`
    insert into log_tiles (level, n, hashes)
    select t.level::int, t.n::bigint, decode(t.hashes, 'hex')
    from unnest(${lines(tiles.map(({ level }) => `${level}`))}, ${lines(tiles.map(({ n }) => `${n}`))},
                ${lines(tiles.map(({ hashes }) => hashes.toString("hex")))}) as t (level, n, hashes)`);
}
