import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Reader, Tx } from "#db";
import type { UserActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { refreshDeadlinesOf } from "../disclosures/refresh.server.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { logEverything } from "./log-all.server.ts";
import { type Progress } from "./make.server.ts";
import type { PublishReport } from "./schema.ts";
import { writeEdition } from "./write-edition.server.ts";

/**
 * Publishes the next report: everything the log holds by now of these days, frozen with its files. Refused over days that
 * are not over (`period_open`), while the log is behind, and when the books do not balance. `issue` has no gaps.
 */
export async function publishReport(
  actor: UserActor,
  requestId: string,
  input: PublishReport,
  tell?: Progress,
): Promise<{ id: string; issue: number; version: number }> {
  const result = await perform({ actor, action: "publication.publish", requestId, input }, async (tx) => {
    mustBeOver(input);
    await oneAtATime(tx, actor.organizationId);
    const issue = await nextIssue(tx, actor.organizationId);
    const edition = { ...input, id: uuidv7(), issue, version: 1, correction: null, corrects: null };
    await writeEdition(tx, actor, edition, await logEverything(), tell);
    const result = { id: edition.id, issue, version: 1 };
    return { result, organizationId: actor.organizationId, subjectId: edition.id };
  });
  await logEverything();
  await refreshDeadlinesOf(actor.organizationId);
  return result;
}

/** A report over days that are not over would change under its readers. */
export function mustBeOver({ periodTo: to }: PublishReport): void {
  if (to >= todayInShanghai()) refuse("period_open", { to });
}

/** Issues of an organization are numbered one after the other, so its reports are made one after the other. */
export const oneAtATime = (tx: Tx, organizationId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('publications'), hashtext(${organizationId}))`);

/** The number that the next report of an organization gets. */
export async function nextIssue(reader: Reader, organizationId: string): Promise<number> {
  const [last] = await reader.execute<{ issue: number }>(sql`
    select coalesce(max(issue), 0)::int as issue from publications where organization_id = ${organizationId}`);
  return (last?.issue ?? 0) + 1;
}
