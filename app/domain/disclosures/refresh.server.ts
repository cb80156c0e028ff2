import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, type Tx } from "#db";
import { todayInShanghai } from "../dates.ts";
import { tellDesk } from "../notices/tell.server.ts";
import { calendarVersion, knownCalendar } from "./known-calendar.server.ts";
import { type Deadline, deadlinesOf } from "./deadlines-of.ts";
import { standingOf } from "./due.ts";
import { factsOf } from "./facts.server.ts";

/**
 * Brings every organization's deadlines up to date: works them out from what there is, keeps what was marked by hand,
 * and tells the desk of those that are near or missed, once each. A server clock that has fallen behind the last time
 * changes nothing; answers false then.
 */
export async function refreshDeadlines(now: Date = new Date()): Promise<boolean> {
  const organizations = await db.execute<{ id: string }>(sql`
    select organization_id as id from campaigns union select organization_id from pledges where due_on is not null
    union select organization_id from donor_questions union select organization_id from registers`);
  const asked = await Promise.all(organizations.map(({ id }) => refreshDeadlinesOf(id, now)));
  return asked.every(Boolean);
}

/** As `refreshDeadlines`, for one organization. */
export async function refreshDeadlinesOf(organizationId: string, now: Date = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('deadlines'), hashtext(${organizationId}))`);
    const [last] = await tx.execute<{ behind: boolean | null }>(sql`
      select max(created_at) > ${now.toISOString()}::timestamptz as behind from deadlines
      where organization_id = ${organizationId}`);
    if (last?.behind) return false;
    const today = todayInShanghai(now);
    const calendar = await knownCalendar(tx);
    const deadlines = deadlinesOf(await factsOf(tx, organizationId), today, calendar);
    await write(tx, organizationId, deadlines, now);
    await tellOf(tx, organizationId, deadlines, today);
    return true;
  });
}

/** Set-based: what is new is added, what has changed is changed, and what no longer runs and was never satisfied goes. */
async function write(
  tx: Tx,
  organizationId: string,
  deadlines: readonly Deadline[],
  now: Date,
): Promise<void> {
  const rows = deadlines.map(({ yearsMissing, ...deadline }) => ({
    id: uuidv7(),
    rule: deadline.rule,
    subject_id: deadline.subjectId,
    starts_on: deadline.startsOn,
    due_on: deadline.dueOn,
    computed_with: calendarVersion(yearsMissing),
    satisfied_on: deadline.satisfiedOn,
    satisfied_by: deadline.satisfiedBy,
  }));
  await tx.execute(sql`
    with worked_out as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as t
        (id uuid, rule text, subject_id uuid, starts_on date, due_on date, computed_with text, satisfied_on date,
         satisfied_by uuid)
    ), gone as (
      delete from deadlines d where organization_id = ${organizationId} and satisfied_on is null and not exists (
        select from worked_out w
        where w.rule = d.rule and w.subject_id = d.subject_id and w.starts_on = d.starts_on)
    )
    insert into deadlines as d (id, organization_id, rule, subject_id, starts_on, due_on, computed_with, satisfied_on,
                                satisfied_by, created_at)
    select id, ${organizationId}, rule, subject_id, starts_on, due_on, computed_with,
           case when satisfied_by is not null then satisfied_on end, satisfied_by, ${now.toISOString()}::timestamptz
    from worked_out
    on conflict (organization_id, rule, subject_id, starts_on) do update
    set due_on = excluded.due_on, computed_with = excluded.computed_with, satisfied_on = excluded.satisfied_on,
        satisfied_by = excluded.satisfied_by
    where d.satisfied_note is null
      and (d.due_on, d.computed_with, d.satisfied_on, d.satisfied_by)
          is distinct from (excluded.due_on, excluded.computed_with, excluded.satisfied_on, excluded.satisfied_by)`);
}

async function tellOf(
  tx: Tx,
  organizationId: string,
  deadlines: readonly Deadline[],
  today: string,
): Promise<void> {
  const notices = deadlines.flatMap((deadline) => {
    const standing = standingOf(deadline, today);
    if (standing === "done" || standing === "later") return [];
    return [
      {
        organizationId,
        kind: standing === "late" ? ("deadline_missed" as const) : ("deadline_near" as const),
        role: "fund_officer" as const,
        subjectKind: "deadline",
        subjectId: deadline.subjectId,
        detail: { rule: deadline.rule, dueOn: deadline.dueOn },
        occasion: `${deadline.rule}/${deadline.startsOn}`,
      },
    ];
  });
  await tellDesk(tx, notices);
}
