import { and, eq, inArray } from "drizzle-orm";
import { donorQuestions } from "#db";
import type { UserActor } from "../actor.ts";
import { refreshDeadlinesOf } from "../disclosures/refresh.server.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { AnswerQuestion } from "./schema.ts";

/**
 * Answers a donor's question, once: the answer is kept and stands on the gift's own page, so that it is never changed
 * behind the donor's back. Throws `stale` when it was answered before.
 */
export async function answerQuestion(actor: UserActor, requestId: string, input: AnswerQuestion) {
  const result = await perform({ actor, action: "question.answer", requestId, input }, async (tx) => {
    const within = and(
      eq(donorQuestions.id, input.questionId),
      inArray(donorQuestions.organizationId, [...actor.reach]),
    );
    const [found] = await tx.select().from(donorQuestions).where(within).for("update");
    if (!found) return notFound("question");
    if (found.answer !== null) refuse("stale", { what: "question" });
    await tx
      .update(donorQuestions)
      .set({ answer: input.answer, answeredBy: actor.userId, answeredAt: new Date() })
      .where(eq(donorQuestions.id, found.id));
    const { id, organizationId } = found;
    return { result: { id, organizationId }, organizationId, subjectId: id };
  });
  await refreshDeadlinesOf(result.organizationId);
  return { id: result.id };
}
