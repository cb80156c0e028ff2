import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import type { CheckpointCopy } from "./checkpoint-copies.server.ts";
import { nodesOf } from "./tile.ts";
import { forgetTileRoots, storedTiles } from "./tiles.server.ts";
import { EMPTY_ROOT, rootOf } from "./tree.ts";

/** A checkpoint and the note that was signed. */
export interface SignedCheckpoint extends Checkpoint {
  note: string;
}

/** The last checkpoint in the database; undefined before the first. */
export async function lastCheckpoint(reader: Reader): Promise<SignedCheckpoint | undefined> {
  const [row] = await reader.execute<{ note: string }>(
    sql`select note from log_checkpoints order by size desc limit 1`,
  );
  const checkpoint = row && parseCheckpoint(row.note);
  if (row && !checkpoint) throw new LogRefusal("the last checkpoint in the database is not one");
  return row && checkpoint ? { ...checkpoint, note: row.note } : undefined;
}

/** The log is not what was signed before: nothing more is signed until somebody has looked into it. */
export class LogRefusal extends Error {
  override name = "LogRefusal";
}

/**
 * Refuses unless leaves and tiles give the root last signed, and every copy kept outside is of this log's past: a
 * backup that was put back lacks what was signed since, and signing on would make two histories.
 */
export async function refuseInconsistent(
  reader: Reader,
  last: Checkpoint | undefined,
  copies: readonly CheckpointCopy[],
): Promise<void> {
  const { size, root } = last ?? { size: 0, root: EMPTY_ROOT };
  const [leaves] = await reader.execute<{ count: string }>(
    sql`select coalesce(max(index) + 1, 0) as count from log_leaves`,
  );
  if (leaves?.count !== `${size}`)
    throw new LogRefusal(`the log holds ${leaves?.count} leaves, but ${size} were signed`);
  if (!(await hadRoot(reader, size, { size, root })))
    throw new LogRefusal(`leaves or tiles were changed: they do not give the root signed at size ${size}`);
  for (const { file, checkpoint } of copies) {
    if (checkpoint.size > size)
      throw new LogRefusal(
        `${file} was signed at size ${checkpoint.size}, the database holds ${size}: an old backup was put back. ` +
          "Put back a later one.",
      );
    if (!(await hadRoot(reader, size, checkpoint)))
      throw new LogRefusal(
        `${file} is of another history than the database, from size ${checkpoint.size} or before`,
      );
  }
}

/** Whether a log of `whole` leaves had this root at this size; what is remembered of its tiles is not trusted twice. */
async function hadRoot(reader: Reader, whole: number, { size, root }: Pick<Checkpoint, "size" | "root">) {
  const read = () => rootOf(size, nodesOf(storedTiles(reader, whole)));
  try {
    if ((await read()).equals(root)) return true;
    forgetTileRoots();
    return (await read()).equals(root);
  } catch (error) {
    forgetTileRoots();
    throw new LogRefusal("leaves or tiles are missing from the log", { cause: error });
  }
}
