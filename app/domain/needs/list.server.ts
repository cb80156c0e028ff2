import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { NeedStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { type Clock, clockOf } from "../clocks/clock.ts";
import { momentsOfNeed, type MomentsRecord, readMoments } from "../clocks/moments.server.ts";
import { targetsOf } from "../clocks/targets.server.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import type { NeedView } from "./view.ts";

export interface NeedRow {
  id: string;
  number: string;
  status: NeedStatus;
  siteId: string;
  site: string;
  township: string;
  askedAt: Date;
  people: number | null;
  /** Civil date. */
  neededBy: string | null;
  answer: string | null;
  lines: { wish: string; quantity: bigint; unit: string }[];
  clock: Clock;
}

export interface NeedFilter {
  view?: NeedView;
  siteId?: string;
  page?: number;
  now?: Date;
}

/** The needs within reach: open ones first, the longest waiting on top; then those closed last. */
export async function listNeeds(actor: MemberActor, filter: NeedFilter = {}): Promise<Page<NeedRow>> {
  const { view = "open", siteId } = filter;
  return pageOfNeeds(
    allOf(
      withinReach(actor, sql`n.organization_id`),
      view === "open" ? sql`n.status in ('asked', 'accepted')` : undefined,
      siteId === undefined ? undefined : sql`n.site_id = ${siteId}::uuid`,
    ),
    filter,
  );
}

/** What one site asked for, as its own page shows it. */
export const needsOfSite = async (siteId: string): Promise<NeedRow[]> =>
  (await pageOfNeeds(sql`n.site_id = ${siteId}::uuid`, {})).rows;

async function pageOfNeeds(
  where: SQL,
  { page = 1, now = new Date() }: Pick<NeedFilter, "page" | "now">,
): Promise<Page<NeedRow>> {
  const rows = await db.execute<Listed>(sql`
    select n.id, n.number, n.organization_id as "organizationId", n.status, n.site_id as "siteId", s.name as site,
           t.name as township, n.asked_at::text as "askedAt", n.people, n.needed_by::text as "neededBy", n.answer,
           (select json_agg(json_build_object('wish', l.wish, 'quantity', l.quantity::text, 'unit', l.unit)
                            order by l.n) from need_lines l where l.need_id = n.id) as lines,
           ${momentsOfNeed(sql`n`)} as moments, count(*) over ()::int as total
    from needs n
    join sites s on s.id = n.site_id
    join townships t on t.code = s.township_code
    where ${where}
    order by n.closed_at is not null, case when n.closed_at is null then n.asked_at end, n.closed_at desc, n.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  const targets = await targetsOf(db, [...new Set(rows.map(({ organizationId }) => organizationId))]);
  return {
    rows: rows.map(({ total: _total, organizationId, askedAt, lines, moments, ...row }) => ({
      ...row,
      askedAt: new Date(askedAt),
      lines: lines.map((line) => ({ ...line, quantity: BigInt(line.quantity) })),
      clock: clockOf(readMoments(moments), targets(organizationId), now),
    })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

type Listed = Omit<NeedRow, "askedAt" | "lines" | "clock"> & {
  organizationId: string;
  askedAt: string;
  lines: { wish: string; quantity: string; unit: string }[];
  moments: MomentsRecord;
  total: number;
};
