import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";

export interface RegisterListed {
  id: string;
  number: string;
  site: string;
  township: string;
  deliveryId: string;
  deliveryNumber: string;
  rows: number;
  counted: number;
  households: number;
  people: number;
  /** The hand-over it became when it was closed. */
  handOverNumber: string | null;
  createdAt: Date;
}

export interface RegisterFilter {
  /** Part of its number, its delivery's or its site's name. */
  q?: string | undefined;
  deliveryId?: string | undefined;
  page?: number | undefined;
}

/** Registers within reach, the newest first. */
export async function listRegisters(
  actor: MemberActor,
  { q = "", deliveryId, page = 1 }: RegisterFilter = {},
): Promise<Page<RegisterListed>> {
  const rows = await db.execute<Omit<RegisterListed, "createdAt"> & { createdAt: string; total: number }>(sql`
    select g.id, g.number, s.name as site, t.name as township, d.id as "deliveryId", d.number as "deliveryNumber",
           r.rows, r.households, r.people, r.rows - r.uncounted as counted, h.number as "handOverNumber",
           g.created_at::text as "createdAt", count(*) over ()::int as total
    from registers g
    join deliveries d on d.id = g.delivery_id
    join sites s on s.id = g.site_id
    join townships t on t.code = s.township_code
    left join hand_overs h on h.register_id = g.id
    cross join lateral (
      select count(*)::int as rows, coalesce(sum(w.households), 0)::int as households,
             coalesce(sum(w.people), 0)::int as people,
             count(*) filter (where exists (
               select from register_shares x where x.register_id = w.register_id and x.row_n = w.n and x.given is null
             ))::int as uncounted
      from register_rows w where w.register_id = g.id
    ) r
    where ${allOf(
      withinReach(actor, sql`g.organization_id`),
      deliveryId ? sql`g.delivery_id = ${deliveryId}::uuid` : undefined,
      q.trim()
        ? sql`(${contains(sql`g.number`, q.trim())} or ${contains(sql`d.number`, q.trim())} or ${contains(sql`s.name`, q.trim())})`
        : undefined,
    )}
    order by g.created_at desc, g.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, ...row }) => ({ ...row, createdAt: new Date(row.createdAt) })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
