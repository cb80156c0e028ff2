import { sql } from "drizzle-orm";
import { db } from "#db";
import type { UserActor } from "../actor.ts";
import { addDays } from "../disclosures/calendar.ts";
import { todayInShanghai } from "../dates.ts";
import { isId } from "../is-id.ts";
import { withinReach } from "../within-reach.server.ts";

export interface Suggested {
  periodFrom: string;
  periodTo: string;
  campaignId: string | null;
}

/**
 * The days that the next report should cover: since the last one of the same campaign, else since the campaign or the
 * books began, until yesterday. `deadlineId` names the deadline that the report is to satisfy.
 */
export async function suggestReport(actor: UserActor, deadlineId: string | null): Promise<Suggested> {
  const campaignId = deadlineId !== null && isId(deadlineId) ? await campaignOf(actor, deadlineId) : null;
  const yesterday = addDays(todayInShanghai(), -1);
  const [facts] = await db.execute<{ last: string | null; began: string | null }>(sql`
    select (select max(period_to)::text from publications
            where organization_id = ${actor.organizationId} and campaign_id is not distinct from ${campaignId}::uuid) as last,
           coalesce((select starts_on::text from campaigns where id = ${campaignId}::uuid),
                    (select min(occurred_at at time zone 'Asia/Shanghai')::date::text from entries
                     where organization_id = ${actor.organizationId})) as began`);
  const next = facts?.last ? addDays(facts.last, 1) : (facts?.began ?? yesterday);
  return { periodFrom: next > yesterday ? yesterday : next, periodTo: yesterday, campaignId };
}

async function campaignOf(actor: UserActor, deadlineId: string): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    select c.id from deadlines d join campaigns c on c.id = d.subject_id
    where d.id = ${deadlineId}::uuid and ${withinReach(actor, sql`d.organization_id`)}`);
  return row?.id ?? null;
}
