import { sql } from "drizzle-orm";
import { db } from "#db";
import type { SiteKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { contains, withinReach } from "../within-reach.server.ts";

export type SiteRow = {
  id: string;
  name: string;
  kind: SiteKind;
  townshipCode: string;
  township: string;
  committee: string | null;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  /** Times of day, "08:30"; null: all day. */
  receivesFrom: string | null;
  receivesTo: string | null;
  /** Civil date from which on nothing is sent there. */
  closedOn: string | null;
  deliveries: number;
};

export interface SiteFilter {
  townshipCode?: string | null;
  /** Part of the name, of the address or of the committee's name. */
  q?: string | null;
  /** Only sites that something may be sent to. */
  open?: boolean;
  page?: number;
}

/** The sites within reach, township by township. */
export async function listSites(
  actor: MemberActor,
  { townshipCode, q, open = false, page = 1 }: SiteFilter,
): Promise<Page<SiteRow>> {
  const rows = await db.execute<SiteRow & { total: number }>(sql`
    select s.id, s.name, s.kind, s.township_code as "townshipCode", t.name as township, c.name as committee,
           s.address, s.contact_name as "contactName", s.contact_phone as "contactPhone",
           to_char(s.receives_from, 'HH24:MI') as "receivesFrom", to_char(s.receives_to, 'HH24:MI') as "receivesTo",
           s.closed_on::text as "closedOn",
           (select count(*)::int from deliveries d where d.site_id = s.id and d.status <> 'cancelled') as deliveries,
           count(*) over ()::int as total
    from sites s
    join townships t on t.code = s.township_code
    left join committees c on c.code = s.committee_code
    where ${withinReach(actor, sql`s.organization_id`)}
      ${open ? sql`and (s.closed_on is null or s.closed_on > ${todayInShanghai()}::date)` : sql``}
      ${townshipCode ? sql`and s.township_code = ${townshipCode}` : sql``}
      ${q ? sql`and (${contains(sql`s.name`, q)} or ${contains(sql`s.address`, q)} or ${contains(sql`c.name`, q)})` : sql``}
    order by t.code, s.name collate "zh-x-icu", s.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
