import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import type { CheckpointCopy } from "./checkpoint-copies.server.ts";
import { LogRefusal } from "./refusal.ts";
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
  if (row && !checkpoint)
    throw new LogRefusal("leaves_changed", "the last checkpoint in the database is not one");
  return row && checkpoint ? { ...checkpoint, note: row.note } : undefined;
}

/** How far a clock may be behind another's that signed before. */
const CLOCK_TOLERANCE = "1 minute";

/**
 * Refuses while the clock is behind the last signature; unless leaves and tiles give the root last signed, and every copy kept outside is of this log's past: a
 * backup that was put back lacks what was signed since, and signing on would make two histories. Throws LogRefusal.
 */
export async function refuseInconsistent(
  reader: Reader,
  last: Checkpoint | undefined,
  copies: readonly CheckpointCopy[],
): Promise<void> {
  await refuseClockBehind(reader);
  const { size, root } = last ?? { size: 0, root: EMPTY_ROOT };
  const [leaves] = await reader.execute<{ count: string }>(
    sql`select coalesce(max(index) + 1, 0) as count from log_leaves`,
  );
  if (leaves?.count !== `${size}`)
    throw new LogRefusal("leaves_changed", `the log holds ${leaves?.count} leaves, but ${size} were signed`);
  if (!(await hadRoot(reader, size, { size, root })))
    throw new LogRefusal(
      "leaves_changed",
      `leaves or tiles were changed: they do not give the root signed at size ${size}`,
    );
  for (const { file, checkpoint } of copies) {
    if (checkpoint.size > size)
      throw new LogRefusal(
        "old_backup",
        `${file} was signed at size ${checkpoint.size}, the database holds ${size}: an old backup was put back. ` +
          "Put back a later one.",
      );
    if (!(await hadRoot(reader, size, checkpoint)))
      throw new LogRefusal(
        "other_history",
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
    throw new LogRefusal("leaves_changed", "leaves or tiles are missing from the log", { cause: error });
  }
}

/** A clock that was put back would date new checkpoints before old ones; it is waited for until it has caught up. */
async function refuseClockBehind(reader: Reader): Promise<void> {
  const [behind] = await reader.execute<{ signed: string }>(sql`
    select ${utcText(sql`signed_at`)} as signed from log_checkpoints
    where signed_at > clock_timestamp() + ${CLOCK_TOLERANCE}::interval order by signed_at desc limit 1`);
  if (behind)
    throw new LogRefusal(
      "clock_went_back",
      `the clock went back: a checkpoint was signed at ${behind.signed}, which is not yet. Set the clock right.`,
    );
}

const utcText = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
