import { eq } from "drizzle-orm";
import { needs } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockOpenNeed } from "./lock-open.server.ts";
import type { AnswerNeed } from "./schema.ts";

/**
 * Tells the site what can come and when, or why nothing can; its own page shows the words. Said again, the later answer
 * stands, and the stock counts as checked when it was first. Throws `need_closed`.
 */
export async function answerNeed(actor: MemberActor, requestId: string, input: AnswerNeed) {
  return perform({ actor, action: "need.answer", requestId, input }, async (tx) => {
    const { id, number, organizationId, checkedAt } = await lockOpenNeed(tx, actor, input.needId);
    const now = new Date();
    const isDeclined = input.decision === "decline";
    await tx
      .update(needs)
      .set({
        status: isDeclined ? "declined" : "accepted",
        answer: input.answer,
        checkedAt: checkedAt ?? now,
        checkedBy: userIdOf(actor),
        closedAt: isDeclined ? now : null,
      })
      .where(eq(needs.id, id));
    return { result: { id, number }, organizationId, subjectId: id };
  });
}
