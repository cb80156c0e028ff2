import { sql } from "drizzle-orm";
import { db } from "#db";
import { signCheckpoint } from "./checkpoint.ts";
import type { Log } from "./identity.server.ts";
import { lastCheckpoint } from "./last-checkpoint.server.ts";
import { EMPTY_ROOT } from "./tree.ts";

/**
 * The last checkpoint as a signed note, with the cosignatures there are for it. Before the first, or after the site's
 * address or key has changed, the same tree head is signed anew. Anybody may read it.
 */
export async function getCheckpoint(log: Log): Promise<string> {
  const last = await lastCheckpoint(db);
  if (!last) return signCheckpoint(log.signer, { size: 0, root: EMPTY_ROOT });
  const note = signCheckpoint(log.signer, last);
  const cosignatures = await db.execute<{ line: string }>(
    sql`select line from log_cosignatures where size = ${last.size} order by name`,
  );
  return note + cosignatures.map(({ line }) => `${line}\n`).join("");
}

/** How many leaves were signed: what of the tree may be shown. */
export async function signedSize(): Promise<number> {
  const [row] = await db.execute<{ size: string }>(
    sql`select coalesce(max(size), 0) as size from log_checkpoints`,
  );
  return Number(row?.size ?? 0);
}
