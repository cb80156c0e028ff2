import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { withinReach } from "../within-reach.server.ts";

/** A certificate that personal data was destroyed: how much, when, why, never whose. */
export interface Destruction {
  id: string;
  number: string;
  organization: string;
  response: string;
  responseEn: string;
  /** Registers, and rows in which something personal stood; other counts by the word of whoever wrote them. */
  counts: Record<string, number>;
  reason: string;
  /** Null: the schedule. */
  destroyedBy: string | null;
  destroyedAt: Date;
}

type Row = Omit<Destruction, "destroyedAt"> & { destroyedAt: string; total: number };

const chosen = sql`
  x.id, x.number, o.name as organization, r.name as response, r.name_en as "responseEn", x.counts, x.reason,
  u.name as "destroyedBy", x.destroyed_at::text as "destroyedAt"`;
const joined = sql`
  destructions x join organizations o on o.id = x.organization_id join responses r on r.id = x.response_id
  left join users u on u.id = x.destroyed_by`;

/** Certificates within reach, the newest first. */
export async function listDestructions(
  actor: MemberActor,
  { page = 1 }: { page?: number } = {},
): Promise<Page<Destruction>> {
  const rows = await db.execute<Row>(sql`
    select ${chosen}, count(*) over ()::int as total from ${joined}
    where ${withinReach(actor, sql`x.organization_id`)}
    order by x.destroyed_at desc, x.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(shown), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** One certificate within reach. */
export async function getDestruction(actor: MemberActor, id: string): Promise<Destruction> {
  const [row] = await db.execute<Row>(sql`
    select ${chosen}, 1 as total from ${joined}
    where x.id = ${id}::uuid and ${withinReach(actor, sql`x.organization_id`)}`);
  return row ? shown(row) : notFound("destruction");
}

const shown = ({ total: _total, destroyedAt, ...row }: Row): Destruction => ({
  ...row,
  destroyedAt: new Date(destroyedAt),
});

/** What is kept of whom now, and when the schedule destroys it: null while the response has no last day. */
export async function sealedNow(
  actor: MemberActor,
): Promise<{ registers: number; rows: number; response: string; endsOn: string | null }> {
  const [row] = await db.execute<{
    registers: number;
    rows: number;
    response: string;
    endsOn: string | null;
  }>(sql`
    select r.name as response, r.ends_on::text as "endsOn", sealed.registers, sealed.rows
    from responses r cross join lateral (
      select count(distinct g.id)::int as registers, count(*)::int as rows
      from registers g join deliveries d on d.id = g.delivery_id join register_rows w on w.register_id = g.id
      where g.organization_id = ${actor.organizationId}::uuid and d.response_id = r.id and w.sealed is not null
    ) sealed
    where r.id = ${actor.responseId}::uuid`);
  return row ?? notFound("response");
}
