import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { publications } from "#db";
import type { UserActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { logEverything } from "./log-all.server.ts";
import type { Progress } from "./make.server.ts";
import { oneAtATime } from "./publish.server.ts";
import type { CorrectReport } from "./schema.ts";
import { writeEdition } from "./write-edition.server.ts";

/**
 * Publishes the next version of a report over the same days, from the books as they are now, with its 更正说明. The one
 * before keeps its address. Only the latest version can be corrected (`report_corrected`).
 */
export async function correctReport(
  actor: UserActor,
  requestId: string,
  input: CorrectReport,
  tell?: Progress,
): Promise<{ id: string; issue: number; version: number }> {
  const result = await perform({ actor, action: "publication.publish", requestId, input }, async (tx) => {
    const [before] = await tx
      .select()
      .from(publications)
      .where(
        and(eq(publications.id, input.publicationId), inArray(publications.organizationId, [...actor.reach])),
      );
    if (!before) return notFound("publication");
    await oneAtATime(tx, before.organizationId);
    const [later] = await tx.select().from(publications).where(eq(publications.corrects, before.id));
    if (later) refuse("report_corrected", { issue: later.issue, version: later.version });
    const { issue, periodFrom, periodTo, campaignId } = before;
    const edition = {
      id: uuidv7(),
      ...{ issue, periodFrom, periodTo, campaignId },
      version: before.version + 1,
      correction: input.correction,
      corrects: before.id,
    };
    await writeEdition(tx, actor, edition, await logEverything(), tell);
    const result = { id: edition.id, issue, version: edition.version };
    return { result, organizationId: before.organizationId, subjectId: edition.id };
  });
  await logEverything();
  return result;
}
