import { timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DeadlineRule } from "#db/vocabulary";
import { isId } from "../is-id.ts";
import { secretFor } from "../people/secret.server.ts";
import { rules } from "./rules.ts";

/** The address of an organization's calendar: its id, and what only this server can work out from it. */
export const feedPath = (organizationId: string): string =>
  `/calendar/${organizationId}.${secretFor("calendar", organizationId)}.ics`;

/** The open deadlines behind the last part of such an address; undefined when it is none. */
export async function calendarOf(feed: string) {
  const [organizationId = "", secret = "", end] = feed.split(".");
  if (end !== "ics" || !isId(organizationId) || !isSame(secret, secretFor("calendar", organizationId))) {
    return undefined;
  }
  const rows = await db.execute<{ organization: string; id: string | null } & Open>(sql`
    select o.name as organization, d.id, d.rule, d.due_on::text as "dueOn",
           coalesce(c.name, p.number, g.number, r.name, o.name) as subject
    from organizations o
    left join deadlines d on d.organization_id = o.id and d.satisfied_on is null
    left join campaigns c on c.id = d.subject_id
    left join pledges p on p.id = d.subject_id
    left join donor_questions q on q.id = d.subject_id
    left join gifts g on g.id = q.gift_id
    left join responses r on r.id = d.subject_id
    where o.id = ${organizationId}::uuid
    order by d.due_on, d.id`);
  const [first] = rows;
  if (!first) return undefined;
  const deadlines = rows
    .filter((row): row is typeof row & { id: string } => row.id !== null)
    .map(({ id, rule, dueOn, subject }) => ({
      id,
      rule,
      dueOn,
      subject,
      remindDays: rules[rule].warnDays,
    }));
  return { organization: first.organization, deadlines };
}

type Open = { rule: DeadlineRule; dueOn: string; subject: string };

const isSame = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
