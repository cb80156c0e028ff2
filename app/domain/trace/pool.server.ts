import { sql } from "drizzle-orm";
import { db } from "#db";
import type { PaymentKind } from "#db/vocabulary";
import { standing } from "../reports/flows.server.ts";
import { shareOfPool } from "./share-of-pool.ts";
import type { Pool } from "./trace.ts";

/** Payments a donor reads one by one; the rest are counted, and all are in the public tables. */
export const PAYMENTS_SHOWN = 20;

/** The pool a gift of money went into, and the gift's share of what it spent. Null for a gift that was taken back. */
export async function poolOf(giftId: string): Promise<Pool | null> {
  const [row] = await db.execute<{
    fundId: string;
    amountFen: string;
    receivedFen: string;
    spentFen: string;
    gifts: number;
  }>(sql`
    select g.fund_id as "fundId", g.amount_fen::text as "amountFen",
           sum(case when m.from_kind = 'donor' then m.amount when m.to_kind = 'donor' then -m.amount else 0 end)::text
             as "receivedFen",
           sum(case when m.to_kind in ('supplier', 'grantee') then m.amount
                    when m.from_kind in ('supplier', 'grantee') then -m.amount else 0 end)::text as "spentFen",
           (select count(*)::int from gifts o where o.fund_id = g.fund_id
              and not exists (select from entries r where r.reverses = o.entry_id)) as gifts
    from public_gifts g
    join funds f on f.id = g.fund_id
    join movements m on m.asset_id = 1 and f.account_id in (m.from_account, m.to_account)
    where g.id = ${giftId}::uuid and ${standing}
    group by g.id, g.fund_id, g.amount_fen`);
  if (!row) return null;
  const [amountFen, receivedFen, spentFen] = [row.amountFen, row.receivedFen, row.spentFen].map(BigInt) as [
    bigint,
    bigint,
    bigint,
  ];
  const usedFen = shareOfPool(spentFen, amountFen, receivedFen);
  const payments = await paymentsOf(row.fundId);
  return {
    amountFen,
    receivedFen,
    spentFen,
    gifts: row.gifts,
    usedFen,
    leftFen: amountFen - usedFen,
    paymentsTotal: payments[0]?.total ?? 0,
    payments: payments.map(({ total: _total, amount, ...payment }) => ({
      ...payment,
      amountFen: BigInt(amount),
      shareFen: shareOfPool(BigInt(amount), amountFen, receivedFen),
    })),
  };
}

const paymentsOf = (fundId: string) =>
  db.execute<{
    number: string;
    kind: PaymentKind;
    purpose: string;
    payee: string | null;
    paidOn: string;
    amount: string;
    total: number;
  }>(sql`
    select g.number, g.kind, g.purpose, g.payee, g.paid_on::text as "paidOn", g.amount_fen::text as amount,
           count(*) over ()::int as total
    from public_payments g where g.fund_id = ${fundId}::uuid and ${standing}
    order by g.paid_on desc, g.number desc limit ${PAYMENTS_SHOWN}`);
