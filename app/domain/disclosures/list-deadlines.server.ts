import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DeadlineRule } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { withinReach } from "../within-reach.server.ts";
import { daysBetween } from "./calendar.ts";
import { type Standing, standingOf } from "./due.ts";
import { yearsMissingIn } from "./known-calendar.server.ts";

/** One clock as the desk reads it. Civil dates. */
export interface DeadlineRow {
  id: string;
  rule: DeadlineRule;
  organization: string;
  subjectId: string;
  /** What it is about: the campaign, the pledge's number and donor, the gift asked about, the response. */
  subject: string;
  startsOn: string;
  dueOn: string;
  /** Days left; negative once it is late. */
  left: number;
  standing: Standing;
  /** Years counted by weekdays alone, since their holidays were not known. */
  yearsMissing: number[];
  satisfiedOn: string | null;
  satisfiedBy: string | null;
  satisfiedNote: string | null;
}

/** Done ones are shown for so many days. */
const DONE_DAYS = 90;

/** The clocks within reach: what is open by its due date, then what was done of late. */
export async function listDeadlines(
  actor: MemberActor,
  today: string = todayInShanghai(),
): Promise<DeadlineRow[]> {
  const rows = await db.execute<Omit<DeadlineRow, "left" | "standing" | "yearsMissing"> & Stored>(sql`
    select d.id, d.rule, o.name as organization, d.subject_id as "subjectId",
           coalesce(c.name, p.number || ' ' || pd.name, g.number, r.name, o.name) as subject,
           d.starts_on::text as "startsOn", d.due_on::text as "dueOn", d.computed_with as "computedWith",
           d.satisfied_on::text as "satisfiedOn", d.satisfied_by as "satisfiedBy", d.satisfied_note as "satisfiedNote"
    from deadlines d
    join organizations o on o.id = d.organization_id
    left join campaigns c on c.id = d.subject_id
    left join pledges p on p.id = d.subject_id
    left join donors pd on pd.id = p.donor_id
    left join donor_questions q on q.id = d.subject_id
    left join gifts g on g.id = q.gift_id
    left join responses r on r.id = d.subject_id
    where ${withinReach(actor, sql`d.organization_id`)}
      and (d.satisfied_on is null or d.satisfied_on >= ${today}::date - ${DONE_DAYS}::int)
    order by d.satisfied_on is not null, case when d.satisfied_on is null then d.due_on end, d.satisfied_on desc,
             d.rule, d.id`);
  return rows.map(({ computedWith, ...row }) => ({
    ...row,
    left: daysBetween(today, row.dueOn),
    standing: standingOf(row, today),
    yearsMissing: yearsMissingIn(computedWith),
  }));
}

type Stored = { computedWith: string } & Record<string, unknown>;
