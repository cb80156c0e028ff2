import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "#db";
import { settings } from "#app/settings.server.ts";
import { refuse } from "../errors.ts";
import { logOf } from "../log/identity.server.ts";
import { lastCheckpoint, type SignedCheckpoint } from "../log/last-checkpoint.server.ts";
import { notLogged } from "../log/leaf-sources.server.ts";
import { LogRefusal } from "../log/refusal.ts";
import { createSequencer } from "../log/sequence.server.ts";

const PATIENCE_MS = 30_000;
const PAUSE_MS = 250;

/**
 * Brings everything that is committed by now into the log and answers its checkpoint. `log_behind` when another process is at
 * it for too long, when there is nothing in the log, or when the log refuses to go on.
 */
export async function logEverything(): Promise<SignedCheckpoint> {
  const sequencer = createSequencer(logOf(settings()));
  const [last] = await db.execute<{ seq: string }>(sql`select coalesce(max(seq), 0) as seq from entries`);
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    await sequencer.run().catch((error: unknown) => {
      if (error instanceof LogRefusal) refuse("log_behind", {});
      throw error;
    });
    const [behind] = await db.execute<{ any: boolean }>(sql`
      select exists (select from entries e
                     where e.seq <= ${last?.seq ?? "0"}::bigint and ${notLogged("entry", sql`e.id`)}) as any`);
    if (!behind?.any) return (await lastCheckpoint(db)) ?? refuse("log_behind", {});
    await sleep(PAUSE_MS);
  }
  return refuse("log_behind", {});
}
