import { sql } from "drizzle-orm";
import type { Tx } from "#db";

/**
 * Finds rows by name and adds those that are missing, safely beside others doing the same: whoever adds holds the lock
 * `register` until commit. Answers a row for every name.
 */
export async function findOrAdd<Row>(
  tx: Tx,
  register: string,
  names: readonly string[],
  find: (names: string[]) => Promise<Map<string, Row>>,
  add: (missing: string[]) => Promise<void>,
): Promise<Map<string, Row>> {
  const wanted = [...new Set(names)];
  const found = await find(wanted);
  if (wanted.every((name) => found.has(name))) return found;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${register}, 0))`);
  const missing = [...(await missingFrom(find, wanted))];
  if (missing.length > 0) await add(missing);
  return find(wanted);
}

async function missingFrom<Row>(find: (names: string[]) => Promise<Map<string, Row>>, wanted: string[]) {
  const found = await find(wanted);
  return wanted.filter((name) => !found.has(name));
}
