import { sql } from "drizzle-orm";
import { db } from "#db";
import type { GiftKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { offsetOf, PAGE_SIZE, type Page } from "../paging.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";
import { pledgeProgress } from "./progress.server.ts";
import type { PledgeState } from "./state.ts";

export interface PledgeFilter {
  kind?: GiftKind;
  states?: readonly PledgeState[];
  donorId?: string;
  importId?: string;
  /** Part of a number or of a donor's name. */
  q?: string;
}

export interface PledgeRow {
  id: string;
  number: string;
  kind: GiftKind;
  donorId: string;
  donor: string;
  organization: string;
  /** Null for goods. */
  amountFen: bigint | null;
  receivedFen: bigint;
  /** Gifts against it that stand. */
  gifts: number;
  /** "医用外科口罩 40,000 只" per item, for goods. */
  goods: { item: string; unit: string; quantity: bigint }[];
  restriction: string | null;
  pledgedOn: string;
  dueOn: string | null;
  daysOverdue: number;
  state: PledgeState;
}

/** Promises within reach, the newest first. */
export async function listPledges(
  actor: MemberActor,
  filter: PledgeFilter & { page?: number } = {},
): Promise<Page<PledgeRow>> {
  const page = filter.page ?? 1;
  const of = allOf(
    withinReach(actor, sql`p.organization_id`),
    filter.kind && sql`p.kind = ${filter.kind}`,
    filter.donorId ? sql`p.donor_id = ${filter.donorId}` : undefined,
    filter.importId ? sql`p.import_id = ${filter.importId}` : undefined,
  );
  const shown = allOf(
    sql`true`,
    filter.states && sql`p.state = any(${sql.param([...filter.states])}::text[])`,
    filter.q ? sql`(${contains(sql`p.number`, filter.q)} or ${contains(sql`d.name`, filter.q)})` : undefined,
  );
  const rows = await db.execute<Listed>(sql`
    select p.id, p.number, p.kind, p.donor_id as "donorId", d.name as donor, o.name as organization,
           p.amount_fen as "amountFen", p.received_fen as "receivedFen", p.gifts, goods.lines as goods,
           r.text as restriction, p.pledged_on::text as "pledgedOn", p.due_on::text as "dueOn",
           coalesce(p.days_overdue, 0) as "daysOverdue", p.state, count(*) over ()::int as total
    from (${pledgeProgress(todayInShanghai(), of)}) p
    join donors d on d.id = p.donor_id
    join organizations o on o.id = p.organization_id
    left join restrictions r on r.id = p.restriction_id
    cross join lateral (
      select coalesce(json_agg(json_build_object('item', i.name, 'unit', i.base_unit, 'quantity', l.quantity::text)
                               order by l.n), '[]'::json) as lines
      from pledge_lines l join items i on i.id = l.item_id where l.pledge_id = p.id
    ) goods
    where ${shown}
    order by p.pledged_on desc, p.number desc, p.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(pledgeRow), total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** How many promises within reach are past their date. */
export async function countOverduePledges(actor: MemberActor): Promise<number> {
  const today = todayInShanghai();
  const due = allOf(withinReach(actor, sql`p.organization_id`), sql`p.due_on < ${today}::date`);
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (${pledgeProgress(today, due)}) p where p.state = 'overdue'`);
  return row?.count ?? 0;
}

type Listed = Omit<PledgeRow, "amountFen" | "receivedFen" | "goods"> & {
  amountFen: string | null;
  receivedFen: string;
  goods: { item: string; unit: string; quantity: string }[];
  total: number;
};

function pledgeRow({ total: _total, ...row }: Listed): PledgeRow {
  return {
    ...row,
    amountFen: row.amountFen === null ? null : BigInt(row.amountFen),
    receivedFen: BigInt(row.receivedFen),
    goods: row.goods.map((line) => ({ ...line, quantity: BigInt(line.quantity) })),
  };
}
