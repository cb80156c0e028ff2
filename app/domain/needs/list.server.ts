import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { NeedStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { type Clock, clockOf } from "../clocks/clock.ts";
import { momentsOfNeed, type MomentsRecord, readMoments } from "../clocks/moments.server.ts";
import { targetsOf } from "../clocks/targets.server.ts";
import { civilDate } from "../dates.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import { linesOfNeeds, type NeedLine } from "./lines.server.ts";
import { urgencies, type Urgency, urgencyOf } from "./urgency.server.ts";
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
  urgency: Urgency;
  clock: Clock;
}

/** A need as the desk sees it: what there is of each thing, too. */
export interface NeedOnBoard extends NeedRow {
  lines: NeedLine[];
}

export interface NeedFilter {
  view?: NeedView;
  siteId?: string;
  page?: number;
  now?: Date;
}

/**
 * The needs within reach with the stock beside them: open ones first, the most urgent on top, among equals the longest
 * waiting; then those closed last.
 */
export async function listNeeds(actor: MemberActor, filter: NeedFilter = {}): Promise<Page<NeedOnBoard>> {
  const { view = "open", siteId, now = new Date() } = filter;
  const found = await pageOfNeeds(
    allOf(
      withinReach(actor, sql`n.organization_id`),
      view === "open" ? sql`n.status in ('asked', 'accepted')` : undefined,
      siteId === undefined ? undefined : sql`n.site_id = ${siteId}::uuid`,
    ),
    { ...filter, now },
  );
  const ids = found.rows.map(({ id }) => id);
  const lines = await linesOfNeeds(actor, ids, civilDate(now));
  return { ...found, rows: found.rows.map((row) => ({ ...row, lines: lines.get(row.id) ?? [] })) };
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
           ${urgencyOf(sql`n`, civilDate(now))} as urgency, ${momentsOfNeed(sql`n`)} as moments, count(*) over ()::int as total
    from needs n
    join sites s on s.id = n.site_id
    join townships t on t.code = s.township_code
    where ${where}
    order by n.closed_at is not null,
             case when n.closed_at is null
                  then array_position(${sql.param([...urgencies])}::text[], ${urgencyOf(sql`n`, civilDate(now))}) end,
             case when n.closed_at is null then n.asked_at end, n.closed_at desc, n.id
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
