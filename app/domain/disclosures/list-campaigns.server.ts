import { sql } from "drizzle-orm";
import { db } from "#db";
import type { CampaignKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";

export type CampaignRow = {
  id: string;
  kind: CampaignKind;
  name: string;
  organization: string;
  startsOn: string;
  endsOn: string | null;
  emergency: boolean;
  emergencyEndsOn: string | null;
  filingNumber: string | null;
  filedOn: string | null;
  surplus: boolean;
};

/** Campaigns and projects within reach, those that run first, then the newest. */
export async function listCampaigns(actor: MemberActor): Promise<CampaignRow[]> {
  return [...(await db.execute<CampaignRow>(campaignsOf(actor)))];
}

/** One of them; out of reach reads as not found. */
export async function getCampaign(actor: MemberActor, id: string): Promise<CampaignRow> {
  const [found] = await db.execute<CampaignRow>(sql`
    select * from (${campaignsOf(actor)}) campaign where id = ${id}::uuid`);
  return found ?? notFound("campaign");
}

const campaignsOf = (actor: MemberActor) => sql`
  select c.id, c.kind, c.name, o.name as organization, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
         c.emergency, c.emergency_ends_on::text as "emergencyEndsOn", c.filing_number as "filingNumber",
         c.filed_on::text as "filedOn", c.surplus
  from campaigns c join organizations o on o.id = c.organization_id
  where ${withinReach(actor, sql`c.organization_id`)}
  order by c.ends_on is not null, c.starts_on desc, c.name`;
