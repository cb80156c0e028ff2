import { db } from "#db";
import { refreshPublicSummary, stateOfBooks } from "#app/domain/reports/refresh-public-summary.server.ts";

let seen: string | undefined;
let restUntil = 0;

/**
 * Brings the public summary up to date once the books have changed. After a long computation it rests five times as
 * long, so that a steady stream of writes spends at most a sixth of one connection's time on it.
 */
export async function refreshChangedSummary(): Promise<void> {
  if (Date.now() < restUntil) return;
  const state = await stateOfBooks(db);
  if (state === seen) return;
  const started = Date.now();
  if (await refreshPublicSummary()) seen = state;
  restUntil = Date.now() + 5 * (Date.now() - started);
}
