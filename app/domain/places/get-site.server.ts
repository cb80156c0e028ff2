import { sql } from "drizzle-orm";
import { db } from "#db";
import type { SiteKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";

export type SiteDetail = {
  id: string;
  name: string;
  kind: SiteKind;
  township: string;
  committee: string | null;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  /** Times of day, "08:30"; null: all day. */
  receivesFrom: string | null;
  receivesTo: string | null;
  unloading: string | null;
  /** Civil date. */
  closedOn: string | null;
  /** Since when its own page has a link; null when there is none. */
  linkSince: Date | null;
};

/** One site within reach. */
export async function getSite(actor: MemberActor, siteId: string): Promise<SiteDetail> {
  const [row] = await db.execute<Omit<SiteDetail, "linkSince"> & { linkSince: string | null }>(sql`
    select s.id, s.name, s.kind, t.name as township, c.name as committee, s.address, s.contact_name as "contactName",
           s.contact_phone as "contactPhone", to_char(s.receives_from, 'HH24:MI') as "receivesFrom",
           to_char(s.receives_to, 'HH24:MI') as "receivesTo", s.unloading, s.closed_on::text as "closedOn",
           (select created_at::text from site_links where site_id = s.id and revoked_at is null) as "linkSince"
    from sites s
    join townships t on t.code = s.township_code
    left join committees c on c.code = s.committee_code
    where s.id = ${siteId}::uuid and ${withinReach(actor, sql`s.organization_id`)}`);
  if (!row) return notFound("site");
  return { ...row, linkSince: row.linkSince === null ? null : new Date(row.linkSince) };
}
