import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { NoticeKind } from "#db/vocabulary";
import type { MemberActor, UserActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import type { NoticeDetail } from "./tell.server.ts";

export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  subjectKind: string;
  subjectId: string;
  detail: NoticeDetail;
  createdAt: Date;
  /** Told since the actor last said that everything was seen; of a program, always. */
  unread: boolean;
}

/** What the actor's roles were told, within reach, the latest first. An administrator answers for every role. */
export async function listNotices(
  actor: MemberActor,
  { page = 1 }: { page?: number } = {},
): Promise<Page<NoticeRow>> {
  const rows = await db.execute<Omit<NoticeRow, "createdAt"> & { createdAt: string; total: number }>(sql`
    select n.id, n.kind, n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.detail,
           n.created_at::text as "createdAt", ${isUnread(actor)} as unread, count(*) over ()::int as total
    from notices n where ${forActor(actor)}
    order by n.created_at desc, n.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, createdAt, ...row }) => ({ ...row, createdAt: new Date(createdAt) })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

/** How many notices this person has not seen. */
export async function countUnread(actor: UserActor): Promise<number> {
  const [row] = await db.execute<{ many: number }>(sql`
    select count(*)::int as many from notices n where ${allOf(forActor(actor), isUnread(actor))}`);
  return row?.many ?? 0;
}

function forActor(actor: MemberActor): SQL {
  const reached = withinReach(actor, sql`n.organization_id`);
  if (actor.kind === "operator" || actor.roles.includes("administrator")) return reached;
  return allOf(reached, sql`(n.role is null or n.role = any(${sql.param([...actor.roles])}::text[]))`);
}

// To the millisecond, as fine as a page can say until when it was read.
const isUnread = (actor: MemberActor): SQL =>
  actor.kind !== "user"
    ? sql`true`
    : sql`date_trunc('milliseconds', n.created_at) > coalesce(
        (select r.read_at from notice_reads r
         where r.user_id = ${actor.userId}::uuid and r.organization_id = ${actor.organizationId}::uuid), '-infinity')`;
