import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { offsetOf, PAGE_SIZE, type Page } from "../paging.ts";
import { pledgeProgress } from "../pledges/progress.server.ts";
import type { PledgeState } from "../pledges/state.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";
import type { GiftFilter } from "./filter.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";

export interface MoneyLedgerRow {
  kind: "gift" | "pledge";
  id: string;
  number: string;
  on: string;
  donor: string;
  organization: string;
  /** Fen that came; null on the line of a promise. */
  receivedFen: bigint | null;
  /** Fen still to come; null on the line of a gift. */
  promisedFen: bigint | null;
  state: "received" | "reversed" | PledgeState;
  dueOn: string | null;
  daysOverdue: number;
  restriction: string | null;
  receiptNumber: string | null;
}

export type MoneyLedger = Page<MoneyLedgerRow> & { gifts: number; pledges: number };

/**
 * Money that came and money still promised, in one list, the newest first. A promise shows what is still to come of it
 * and leaves the list once it came whole or was withdrawn; it is never added to what came.
 */
export async function listMoneyLedger(
  actor: MemberActor,
  filter: Partial<GiftFilter> & { page?: number } = {},
): Promise<MoneyLedger> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Listed>(sql`
    with line as (${giftLines(actor)} union all ${pledgeLines(actor)})
    select line.kind, line.id, line.number, line.on::text as "on", d.name as donor, o.name as organization,
           line.received_fen as "receivedFen", line.promised_fen as "promisedFen", line.state,
           line.due_on::text as "dueOn", line.days_overdue as "daysOverdue", r.text as restriction,
           line.receipt_number as "receiptNumber", count(*) over ()::int as total,
           count(*) filter (where line.kind = 'gift') over ()::int as gifts
    from line
    join donors d on d.id = line.donor_id
    join organizations o on o.id = line.organization_id
    left join restrictions r on r.id = line.restriction_id
    where ${shownBy(filter)}
    order by line.on desc, line.recorded_at desc, line.number desc
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  const { total = 0, gifts = 0 } = rows[0] ?? {};
  return { rows: rows.map(ledgerRow), total, gifts, pledges: total - gifts, page, pageSize: PAGE_SIZE };
}

const giftLines = (actor: MemberActor) => sql`
  select 'gift' as kind, g.id, g.number, g.received_on as "on", g.donor_id, g.organization_id, f.restriction_id,
         g.amount_fen as received_fen, null::bigint as promised_fen,
         case when ${isReversed(sql`g.entry_id`)} then 'reversed' else 'received' end as state,
         null::date as due_on, 0 as days_overdue, g.receipt_number, g.import_id, g.created_at as recorded_at
  from gifts g join funds f on f.id = g.fund_id
  where g.kind = 'money' and ${withinReach(actor, sql`g.organization_id`)}`;

const pledgeLines = (actor: MemberActor) => sql`
  select 'pledge', p.id, p.number, p.pledged_on, p.donor_id, p.organization_id, p.restriction_id,
         null::bigint, p.amount_fen - p.received_fen, p.state, p.due_on, coalesce(p.days_overdue, 0), null::text, p.import_id, p.created_at
  from (${pledgeProgress(
    todayInShanghai(),
    allOf(
      withinReach(actor, sql`p.organization_id`),
      sql`p.kind = 'money'`,
      sql`p.withdrawn_at is null`,
      sql`not came.arrived`,
    ),
  )}) p`;

function shownBy(filter: Partial<GiftFilter>) {
  return allOf(
    sql`true`,
    filter.from ? sql`line.on >= ${filter.from}::date` : undefined,
    filter.to ? sql`line.on <= ${filter.to}::date` : undefined,
    filter.importId ? sql`line.import_id = ${filter.importId}` : undefined,
    filter.organizationId ? sql`line.organization_id = ${filter.organizationId}` : undefined,
    filter.q
      ? sql`(${contains(sql`line.number`, filter.q)} or ${contains(sql`d.name`, filter.q)} or ${contains(sql`line.receipt_number`, filter.q)})`
      : undefined,
  );
}

type Listed = Omit<MoneyLedgerRow, "receivedFen" | "promisedFen"> & {
  receivedFen: string | null;
  promisedFen: string | null;
  total: number;
  gifts: number;
};

function ledgerRow({ total: _total, gifts: _gifts, ...row }: Listed): MoneyLedgerRow {
  return { ...row, receivedFen: fen(row.receivedFen), promisedFen: fen(row.promisedFen) };
}

const fen = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
