import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { daysBetween } from "../disclosures/calendar.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import { answerByFor } from "./answer-by.server.ts";
import type { QuestionView } from "./view.ts";

export interface QuestionRow {
  id: string;
  organization: string;
  giftId: string;
  giftNumber: string;
  donor: string;
  question: string;
  askedAt: Date;
  /** Ten working days after it was asked. Civil date. */
  answerBy: string;
  /** Days left; negative once it is late. */
  left: number;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

/** What donors asked within reach: what waits longest first, then what was answered last. */
export async function listQuestions(
  actor: MemberActor,
  { view = "open", page = 1, now = new Date() }: { view?: QuestionView; page?: number; now?: Date } = {},
): Promise<Page<QuestionRow>> {
  const where = allOf(
    withinReach(actor, sql`q.organization_id`),
    view === "open" ? sql`q.answer is null` : undefined,
  );
  const rows = await select(where, page);
  return { rows: await read(rows, now), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** One question within reach. */
export async function getQuestion(actor: MemberActor, id: string, now = new Date()): Promise<QuestionRow> {
  if (!isId(id)) return notFound("question");
  const rows = await select(allOf(withinReach(actor, sql`q.organization_id`), sql`q.id = ${id}::uuid`), 1);
  const [found] = await read(rows, now);
  return found ?? notFound("question");
}

type Row = Omit<QuestionRow, "askedAt" | "answerBy" | "left" | "answeredAt"> & {
  askedAt: string;
  answeredAt: string | null;
  total: number;
};

const select = (where: SQL, page: number) =>
  db.execute<Row>(sql`
    select q.id, o.name as organization, g.id as "giftId", g.number as "giftNumber", d.name as donor, q.question,
           q.asked_at::text as "askedAt", q.answer, u.name as "answeredBy", q.answered_at::text as "answeredAt",
           count(*) over ()::int as total
    from donor_questions q
    join organizations o on o.id = q.organization_id
    join gifts g on g.id = q.gift_id
    join donors d on d.id = g.donor_id
    left join users u on u.id = q.answered_by
    where ${where}
    order by q.answer is not null, case when q.answer is null then q.asked_at end, q.answered_at desc, q.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);

async function read(rows: readonly Row[], now: Date): Promise<QuestionRow[]> {
  const answerBy = await answerByFor(db);
  const today = todayInShanghai(now);
  return rows.map(({ total: _total, askedAt, answeredAt, ...row }) => {
    const due = answerBy(new Date(askedAt));
    return {
      ...row,
      askedAt: new Date(askedAt),
      answeredAt: answeredAt === null ? null : new Date(answeredAt),
      answerBy: due,
      left: daysBetween(today, due),
    };
  });
}
