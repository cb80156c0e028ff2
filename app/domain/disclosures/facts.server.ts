import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { DeadlineRule } from "#db/vocabulary";
import { todayInShanghai } from "../dates.ts";
import { pledgeProgress } from "../pledges/progress.server.ts";
import type { CampaignFacts, Facts } from "./deadlines-of.ts";

/** A moment's civil date in Shanghai. */
const dayOf = (column: string) => sql.raw(`(${column} at time zone 'Asia/Shanghai')::date::text`);

/** Everything an organization's clocks depend on. */
export async function factsOf(reader: Reader, organizationId: string): Promise<Facts> {
  const [campaigns, publications, pledges, questions, responses, byHand] = await Promise.all([
    reader.execute<CampaignFacts & Record<string, unknown>>(sql`
      select id, kind, starts_on::text as "startsOn", ends_on::text as "endsOn", emergency,
             emergency_ends_on::text as "emergencyEndsOn", filed_on::text as "filedOn", surplus
      from campaigns where organization_id = ${organizationId} order by starts_on, id`),
    reader.execute<{ id: string; on: string; periodTo: string; campaignId: string | null }>(sql`
      select id, ${dayOf("published_at")} as on, period_to::text as "periodTo", campaign_id as "campaignId"
      from publications where organization_id = ${organizationId} order by published_at`),
    reader.execute<{ id: string; dueOn: string; doneOn: string | null; giftId: string | null }>(sql`
      select p.id, p.due_on::text as "dueOn",
             case p.state when 'arrived' then last.on::text when 'withdrawn' then ${dayOf("p.withdrawn_at")} end as "doneOn",
             last.id as "giftId"
      from (${pledgeProgress(todayInShanghai(), sql`p.organization_id = ${organizationId} and p.due_on is not null`)}) p
      left join lateral (
        select id, received_on as on from gifts where pledge_id = p.id order by received_on desc, id desc limit 1
      ) last on true
      order by p.due_on, p.id`),
    reader.execute<{ id: string; askedOn: string; answeredOn: string | null }>(sql`
      select id, ${dayOf("asked_at")} as "askedOn", ${dayOf("answered_at")} as "answeredOn"
      from donor_questions where organization_id = ${organizationId} order by asked_at`),
    reader.execute<{
      id: string;
      endsOn: string | null;
      destroyedOn: string | null;
      destructionId: string | null;
    }>(sql`
      select r.id, r.ends_on::text as "endsOn", ${dayOf("d.destroyed_at")} as "destroyedOn", d.id as "destructionId"
      from responses r
      left join lateral (
        select id, destroyed_at from destructions where response_id = r.id and organization_id = ${organizationId}
        order by destroyed_at limit 1
      ) d on true
      where exists (
        select from registers g join deliveries v on v.id = g.delivery_id
        where g.organization_id = ${organizationId} and v.response_id = r.id)`),
    reader.execute<{ rule: DeadlineRule; subjectId: string; startsOn: string; on: string }>(sql`
      select rule, subject_id as "subjectId", starts_on::text as "startsOn", satisfied_on::text as on
      from deadlines where organization_id = ${organizationId} and satisfied_note is not null`),
  ]);
  return { organizationId, campaigns, publications, pledges, questions, responses, byHand };
}
