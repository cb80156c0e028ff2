import { sql } from "drizzle-orm";
import { db } from "#db";
import { readCopies } from "./checkpoint-copies.server.ts";
import type { Log } from "./identity.server.ts";
import { lastCheckpoint, refuseInconsistent } from "./last-checkpoint.server.ts";
import { LogRefusal } from "./refusal.ts";

/** How the public log stands. */
export interface LogState {
  /** Leaves that are signed. */
  size: number;
  /** When the last checkpoint was signed; null before the first. */
  signedAt: Date | null;
  /** The root of the last checkpoint, in base64; null before the first. */
  root: string | null;
  /** Entries that are booked and not in the log yet, and when the first of them was booked. */
  waiting: number;
  waitingSince: Date | null;
  /** Why nothing more is signed; null when all is well. */
  refusal: LogRefusal | null;
  verifierKey: string;
}

/** The state of the log, checked anew: against its root, the copies outside the database, and the clock. */
export async function getLogState(log: Log): Promise<LogState> {
  const refusal = await findLogRefusal(log);
  const [row] = await db.execute<Row>(sql`
    select coalesce(max(c.size), 0)::float8 as size, extract(epoch from max(c.signed_at))::float8 * 1000 as signed,
           waiting.count::float8 as waiting, waiting.since
    from log_checkpoints c right join (
      select count(*) as count, extract(epoch from min(e.recorded_at))::float8 * 1000 as since from entries e
      where e.seq > coalesce((select seq from log_progress), 0)
        and not exists (select from log_leaves l where l.kind = 'entry' and l.subject_id = e.id)
    ) waiting on true group by waiting.count, waiting.since`);
  const { size = 0, signed = null, waiting = 0, since = null } = row ?? {};
  const last = await lastCheckpoint(db).catch(() => undefined);
  return {
    size,
    signedAt: signed === null ? null : new Date(signed),
    root: last?.root.toString("base64") ?? null,
    waiting,
    waitingSince: since === null ? null : new Date(since),
    refusal: refusal ?? null,
    verifierKey: log.signer.verifierKey,
  };
}

interface Row extends Record<string, unknown> {
  size: number;
  signed: number | null;
  waiting: number;
  since: number | null;
}

/** Why the sequencer would refuse to sign now; undefined when it would not. */
export async function findLogRefusal(log: Log): Promise<LogRefusal | undefined> {
  try {
    // Read before the database is, which is then at least as far: what is ahead of it is really ahead.
    const copies = await readCopies(log.copies);
    await db.transaction(async (tx) => refuseInconsistent(tx, await lastCheckpoint(tx), copies), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
    return undefined;
  } catch (error) {
    if (error instanceof LogRefusal) return error;
    throw error;
  }
}
