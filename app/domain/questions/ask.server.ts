import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, donorQuestions, type Reader } from "#db";
import type { Actor } from "../actor.ts";
import { refreshDeadlinesOf } from "../disclosures/refresh.server.ts";
import { refuse } from "../errors.ts";
import { tellDesk } from "../notices/tell.server.ts";
import { perform } from "../perform.server.ts";
import { subjectOfCode } from "../trace/find.server.ts";
import { countQuestion } from "./ask-limit.server.ts";
import { answerByFor } from "./answer-by.server.ts";
import type { AskQuestion } from "./schema.ts";

/**
 * A donor asks about their gift on its own page. The ten working days begin, and the desk is told. Throws
 * `link_expired` for a code that leads nowhere, or to a promise of which nothing has come; `rate_limited` when asked
 * more often than people do.
 */
export async function askQuestion(actor: Actor, requestId: string, input: AskQuestion) {
  const { giftId } = await giftOf(db, input.code);
  await countQuestion(giftId);
  const result = await perform({ actor, action: "question.ask", requestId, input }, async (tx) => {
    const { giftId, number, organizationId } = await giftOf(tx, input.code);
    const id = uuidv7();
    const askedAt = new Date();
    await tx.insert(donorQuestions).values({ id, organizationId, giftId, question: input.question, askedAt });
    const answerBy = (await answerByFor(tx))(askedAt);
    await tellDesk(tx, [
      {
        organizationId,
        kind: "question_asked",
        role: "fund_officer",
        subjectKind: "question",
        subjectId: id,
        detail: { number, due: answerBy },
        occasion: "asked",
      },
    ]);
    return { result: { id, answerBy, organizationId }, organizationId, subjectId: id };
  });
  await refreshDeadlinesOf(result.organizationId);
  return { id: result.id, answerBy: result.answerBy };
}

/** The gift a code leads to; of a promise the latest that came of it. */
async function giftOf(reader: Reader, code: string) {
  const found = await subjectOfCode(reader, code);
  if (!found) return refuse("link_expired", {});
  const [gift] = await reader.execute<{ giftId: string; number: string; organizationId: string }>(sql`
    select g.id as "giftId", g.number, g.organization_id as "organizationId" from gifts g
    where ${found.is === "gift" ? sql`g.id = ${found.id}::uuid` : sql`g.pledge_id = ${found.id}::uuid`}
    order by g.received_on desc, g.number desc limit 1`);
  return gift ?? refuse("link_expired", {});
}
