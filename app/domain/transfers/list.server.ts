import { sql } from "drizzle-orm";
import { db } from "#db";
import type { TransferStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf, withinReach } from "../within-reach.server.ts";

export interface TransferRow {
  id: string;
  number: string;
  status: TransferStatus;
  from: string;
  to: string;
  /** How many lots, and the item of the first as an example. */
  lines: number;
  item: string;
  sentBy: string | null;
  sentAt: Date;
  receivedAt: Date | null;
}

/** The transfers within reach, the newest first. */
export async function listTransfers(
  actor: MemberActor,
  filter: { status?: TransferStatus | null | undefined; page?: number } = {},
): Promise<Page<TransferRow>> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Listed>(sql`
    select t.id, t.number, t.status, origin.name as from, goal.name as to, sent.lines, sent.item,
           u.name as "sentBy", t.created_at::text as "sentAt", t.received_at::text as "receivedAt",
           count(*) over ()::int as total
    from transfers t
    join warehouses origin on origin.id = t.from_warehouse_id
    join warehouses goal on goal.id = t.to_warehouse_id
    left join users u on u.id = t.sent_by
    cross join lateral (
      select count(*)::int as lines, (array_agg(i.name order by line.n))[1] as item
      from transfer_lines line
      join source_lots l on l.asset_id = line.asset_id join items i on i.id = l.item_id
      where line.transfer_id = t.id
    ) sent
    where ${allOf(
      withinReach(actor, sql`t.organization_id`),
      filter.status ? sql`t.status = ${filter.status}` : undefined,
    )}
    order by t.created_at desc, t.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, ...row }) => ({
      ...row,
      sentAt: new Date(row.sentAt),
      receivedAt: row.receivedAt === null ? null : new Date(row.receivedAt),
    })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

type Listed = Omit<TransferRow, "sentAt" | "receivedAt"> & {
  sentAt: string;
  receivedAt: string | null;
  total: number;
};
