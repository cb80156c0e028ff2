import { sql } from "drizzle-orm";
import { db } from "#db";
import type { PaymentKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";
import { offsetOf, PAGE_SIZE, type Page } from "../paging.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";

export interface PaymentFilter {
  kind?: PaymentKind;
  from?: string | null;
  to?: string | null;
  importId?: string;
  /** Part of a number, a payee's name or a purpose. */
  q?: string;
}

export interface PaymentRow {
  id: string;
  number: string;
  kind: PaymentKind;
  paidOn: string;
  payee: string;
  purpose: string;
  amountFen: bigint;
  organization: string;
  /** Of the fund it was paid from; null is free money. */
  restriction: string | null;
  township: string | null;
  reversed: boolean;
}

/** Payments within reach, reversed ones among them, the newest first. */
export async function listPayments(
  actor: MemberActor,
  filter: PaymentFilter & { page?: number } = {},
): Promise<Page<PaymentRow>> {
  const page = filter.page ?? 1;
  const shown = allOf(
    withinReach(actor, sql`p.organization_id`),
    filter.kind && sql`p.kind = ${filter.kind}`,
    filter.from ? sql`p.paid_on >= ${filter.from}::date` : undefined,
    filter.to ? sql`p.paid_on <= ${filter.to}::date` : undefined,
    filter.importId ? sql`p.import_id = ${filter.importId}` : undefined,
    filter.q
      ? sql`(${contains(sql`p.number`, filter.q)} or ${contains(sql`y.name`, filter.q)} or ${contains(sql`p.purpose`, filter.q)})`
      : undefined,
  );
  const rows = await db.execute<Listed>(sql`
    select p.id, p.number, p.kind, p.paid_on::text as "paidOn", y.name as payee, p.purpose,
           p.amount_fen as "amountFen", o.name as organization, r.text as restriction, t.name as township,
           ${isReversed(sql`p.entry_id`)} as reversed, count(*) over ()::int as total
    from payments p
    join payees y on y.id = p.payee_id
    join organizations o on o.id = p.organization_id
    join funds f on f.id = p.fund_id
    left join restrictions r on r.id = f.restriction_id
    left join townships t on t.code = p.township_code
    where ${shown}
    order by p.paid_on desc, p.number desc, p.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return {
    rows: rows.map(({ total: _total, ...row }) => ({ ...row, amountFen: BigInt(row.amountFen) })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

type Listed = Omit<PaymentRow, "amountFen"> & { amountFen: string; total: number };
