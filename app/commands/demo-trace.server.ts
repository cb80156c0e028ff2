import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, donorQuestions } from "#db";
import type { OperatorActor } from "#app/domain/actor.ts";
import { answerQuestion } from "#app/domain/questions/answer.server.ts";
import { askQuestion } from "#app/domain/questions/ask.server.ts";
import { AskQuestion } from "#app/domain/questions/schema.ts";
import { traceUrl } from "#app/domain/trace/code.ts";
import { shareTrace } from "#app/domain/trace/share.server.ts";
import { findTraceSubject } from "#app/domain/trace/subject.server.ts";
import { settings } from "#app/settings.server.ts";
import { demoUser } from "./demo-warehouse.server.ts";

/**
 * Trace codes for a gift of goods that went to several doors, for one of money, and for a promise of which nothing has
 * come, with a question that was answered and one that waits. Told once; answers the addresses.
 */
export async function traceDemoGifts(operator: OperatorActor): Promise<string[]> {
  const [goods, money, promise] = await Promise.all([
    widelySentGift(operator),
    largestGiftOfMoney(operator),
    openPromise(operator),
  ]);
  const codes: string[] = [];
  for (const id of [goods, money, promise]) if (id !== undefined) codes.push(await codeOf(operator, id));
  const [known] = await db
    .select()
    .from(donorQuestions)
    .where(eq(donorQuestions.organizationId, operator.organizationId));
  if (!known && codes[0] !== undefined) await askAround(operator, codes[0]);
  return codes.map((code) => traceUrl(settings().publicUrl, code));
}

/** Its code, made when it has none. */
async function codeOf(operator: OperatorActor, subjectId: string): Promise<string> {
  const { code } = await findTraceSubject(db, operator, subjectId);
  return code ?? (await shareTrace(operator, uuidv7(), { subjectId })).code;
}

async function askAround(operator: OperatorActor, code: string): Promise<void> {
  const receiver = { kind: "receiver", address: "127.0.0.1" } as const;
  const ask = (question: string) => askQuestion(receiver, uuidv7(), AskQuestion.parse({ code, question }));
  const { id: questionId } = await ask("送到小区以后，是按户分的吗？");
  const answer = "由居委会按户分，独居老人和孕妇先领。发到居民手里的数目会写在这一页。";
  await answerQuestion(await demoUser(operator, "fund_officer"), uuidv7(), { questionId, answer });
  await ask("剩下的什么时候送？");
}

/** Of a few lots, sent to the most doors. */
const widelySentGift = ({ organizationId }: OperatorActor) =>
  firstId(sql`
    select g.id from gifts g
    join source_lots l on l.gift_id = g.id
    left join delivery_picks p on p.asset_id = l.asset_id
    where g.organization_id = ${organizationId} and g.kind = 'goods'
      and not exists (select from entries r where r.reverses = g.entry_id)
    group by g.id
    order by count(distinct l.asset_id) <= 3 desc, least(count(distinct p.delivery_id), 5) desc,
             bool_or(exists (select from case_lots c where c.asset_id = l.asset_id)) desc, g.number limit 1`);

const largestGiftOfMoney = ({ organizationId }: OperatorActor) =>
  firstId(sql`
    select g.id from gifts g join funds f on f.id = g.fund_id
    where g.organization_id = ${organizationId}
      and not exists (select from entries r where r.reverses = g.entry_id)
    order by f.restriction_id is null desc, g.amount_fen desc, g.number limit 1`);

const openPromise = ({ organizationId }: OperatorActor) =>
  firstId(sql`
    select p.id from pledges p
    where p.organization_id = ${organizationId} and p.withdrawn_at is null
      and not exists (select from gifts g where g.pledge_id = p.id)
    order by p.number limit 1`);

async function firstId(query: ReturnType<typeof sql>): Promise<string | undefined> {
  const [row] = await db.execute<{ id: string }>(query);
  return row?.id;
}
