import { and, eq, inArray, isNull } from "drizzle-orm";
import { balances, funds, townships, type Tx } from "#db";
import { CNY } from "../ledger/post.server.ts";
import { recordPayments } from "../payments/record.server.ts";
import type { Booking } from "./book-gifts.server.ts";
import type { PaymentRow, Problem } from "./read/reading.ts";

/** Rows of 支出: paid out of each organization's free fund, in the order of their days. What it cannot cover is a problem. */
export async function bookPayments(
  tx: Tx,
  booking: Booking,
  rows: readonly PaymentRow[],
): Promise<Problem[]> {
  if (rows.length === 0) return [];
  const inOrder = [...rows].sort((a, b) => compare(a.date, b.date) || a.row - b.row);
  const problems = await uncovered(tx, booking, inOrder);
  if (problems.length > 0) return problems;
  const codes = await townshipCodes(tx);
  await recordPayments(
    tx,
    booking.actor,
    booking.actor.organizationId,
    inOrder.map((row) => ({
      ...booking.organizations.get(row.organization)!,
      kind: row.kind,
      payee: row.payee,
      purpose: row.purpose,
      amount: row.amountFen,
      paidOn: row.date,
      restrictedTo: null,
      townshipCode: (row.township && codes.get(row.township)) ?? null,
      quotes: row.quotesFen.filter((quote) => quote !== null),
      choiceReason: row.reason ?? null,
      importId: booking.importId,
    })),
  );
  return [];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function townshipCodes(tx: Tx): Promise<Map<string, string>> {
  const all = await tx.select().from(townships);
  return new Map(all.map(({ name, code }) => [name, code]));
}

async function uncovered(tx: Tx, booking: Booking, rows: readonly PaymentRow[]): Promise<Problem[]> {
  const ids = [...new Set([...booking.organizations.values()].map(({ organizationId }) => organizationId))];
  const held = await tx
    .select({ organizationId: funds.organizationId, amount: balances.amount })
    .from(funds)
    .innerJoin(balances, and(eq(balances.accountId, funds.accountId), eq(balances.assetId, CNY)))
    .where(and(inArray(funds.organizationId, ids), isNull(funds.restrictionId)));
  const left = new Map(held.map(({ organizationId, amount }) => [organizationId, amount]));
  const problems: Problem[] = [];
  for (const row of rows) {
    const { organizationId } = booking.organizations.get(row.organization)!;
    const there = left.get(organizationId) ?? 0n;
    if (there >= row.amountFen) left.set(organizationId, there - row.amountFen);
    else {
      problems.push({
        row: row.row,
        column: null,
        field: "amount",
        code: "funds_short",
        params: { organization: row.organization, wantedFen: `${row.amountFen}`, availableFen: `${there}` },
        value: `${row.amountFen}`,
      });
    }
  }
  return problems;
}
