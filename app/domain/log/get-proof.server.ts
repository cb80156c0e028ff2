import { sql } from "drizzle-orm";
import { db } from "#db";
import { parseCheckpoint } from "./checkpoint.ts";
import { getCheckpoint } from "./get-checkpoint.server.ts";
import type { Log } from "./identity.server.ts";
import { formatProof } from "./proof.ts";
import { nodesOf } from "./tile.ts";
import { forgetTileRoots, storedTiles } from "./tiles.server.ts";
import { type Hash, includes, leafHash, proveInclusion } from "./tree.ts";

/**
 * A `.tlog-proof` that a leaf is in the log, with the leaf in it; undefined when there is no such leaf. Anybody may read
 * it. Throws when leaf or tiles are not what was signed.
 */
export async function getProof(log: Log, index: number): Promise<string | undefined> {
  const checkpoint = await getCheckpoint(log);
  const head = parseCheckpoint(checkpoint)!;
  if (index >= head.size) return undefined;
  const [row] = await db.execute<{ leaf: Buffer }>(sql`select leaf from log_leaves where index = ${index}`);
  const leaf = row?.leaf ?? Buffer.alloc(0);
  const hashes = await readProof(head, index, leafHash(leaf));
  return formatProof({ index, hashes, checkpoint, leaf });
}

async function readProof(head: { size: number; root: Hash }, index: number, leaf: Hash): Promise<Hash[]> {
  const read = () => proveInclusion(index, head.size, nodesOf(storedTiles(db, head.size)));
  const hashes = await read();
  if (includes(head, index, leaf, hashes)) return hashes;
  forgetTileRoots();
  const again = await read();
  if (!includes(head, index, leaf, again)) throw new Error(`leaf ${index} of the log is not what was signed`);
  return again;
}

/** Where an entry, a report or a destruction stands in the log; undefined before it is there. */
export async function findLeaf(subjectId: string): Promise<number | undefined> {
  const [row] = await db.execute<{ index: string }>(sql`
    select min(index) as index from log_leaves where subject_id = ${subjectId} having min(index) is not null`);
  return row && Number(row.index);
}
