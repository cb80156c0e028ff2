import { asc, inArray } from "drizzle-orm";
import { db, donorQuestions } from "#db";
import type { TracedQuestion } from "../trace/trace.ts";
import { answerByFor } from "./answer-by.server.ts";

/** What was asked about these gifts and what was answered, for whoever holds the code. Who answered is not said. */
export async function questionsOf(giftIds: readonly string[]): Promise<TracedQuestion[]> {
  if (giftIds.length === 0) return [];
  const rows = await db
    .select({
      id: donorQuestions.id,
      question: donorQuestions.question,
      askedAt: donorQuestions.askedAt,
      answer: donorQuestions.answer,
      answeredAt: donorQuestions.answeredAt,
    })
    .from(donorQuestions)
    .where(inArray(donorQuestions.giftId, [...giftIds]))
    .orderBy(asc(donorQuestions.askedAt), asc(donorQuestions.id));
  if (rows.length === 0) return [];
  const answerBy = await answerByFor(db);
  return rows.map((row) => ({ ...row, answerBy: answerBy(row.askedAt) }));
}
