import { and, eq, inArray } from "drizzle-orm";
import { deadlines } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { refreshDeadlinesOf } from "./refresh.server.ts";
import type { SatisfyDeadline } from "./schema.ts";

/** Marks a deadline as met elsewhere, with where and how. What starts again starts from that day. */
export async function satisfyDeadline(actor: MemberActor, requestId: string, input: SatisfyDeadline) {
  const { deadlineId, satisfiedOn, note } = input;
  const result = await perform({ actor, action: "campaign.edit", requestId, input }, async (tx) => {
    const [found] = await tx
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.id, deadlineId), inArray(deadlines.organizationId, [...actor.reach])))
      .for("update");
    if (!found) return notFound("deadline");
    if (found.satisfiedOn !== null && found.satisfiedNote === null) refuse("stale", { what: "deadline" });
    if (satisfiedOn < found.startsOn) refuse("invalid", { fields: { satisfiedOn: "before_clock" } });
    if (satisfiedOn > todayInShanghai()) refuse("invalid", { fields: { satisfiedOn: "date_in_future" } });
    await tx.update(deadlines).set({ satisfiedOn, satisfiedNote: note }).where(eq(deadlines.id, deadlineId));
    const { organizationId } = found;
    return { result: { id: deadlineId, organizationId }, organizationId, subjectId: deadlineId };
  });
  await refreshDeadlinesOf(result.organizationId);
  return { id: result.id };
}
