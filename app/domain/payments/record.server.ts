import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { payees, payments, type Tx } from "#db";
import type { PaymentKind } from "#db/vocabulary";
import { type Actor, type MemberActor, userIdOf } from "../actor.ts";
import { startOfDay } from "../dates.ts";
import { findOrAddFunds, fundFor } from "../funds/find-or-add.server.ts";
import { insertRows } from "../insert-rows.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { CNY, post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { findOrAddRestrictions } from "../places/find-or-add-restrictions.server.ts";
import { restrictionText } from "../places/restriction.ts";
import { type BookKeeping, organizationFor } from "../reach.server.ts";
import { findOrAdd } from "../register.server.ts";
import type { RecordPayment } from "./schema.ts";

/** Books a payment out of a fund; refused as `insufficient_money` when the fund does not hold it. */
export async function recordPayment(actor: MemberActor, requestId: string, input: RecordPayment) {
  return perform({ actor, action: "payment.record", requestId, input }, async (tx) => {
    const books = await organizationFor(tx, actor, input.organizationId);
    const [payment] = await recordPayments(tx, actor, actor.organizationId, [{ ...input, ...books }]);
    return { result: payment!, organizationId: books.organizationId, subjectId: payment!.id };
  });
}

export type PaymentToRecord = Omit<RecordPayment, "organizationId"> & BookKeeping & { importId?: string };

/** The step: any number of payments at once. */
export async function recordPayments(
  tx: Tx,
  actor: Actor,
  keeperId: string,
  toRecord: readonly PaymentToRecord[],
): Promise<{ id: string; number: string; entryId: string }[]> {
  if (toRecord.length === 0) return [];
  const texts = toRecord.map((payment) => restrictionText(payment.restrictedTo));
  const restrictions = await findOrAddRestrictions(
    tx,
    keeperId,
    texts.filter((text) => text !== null),
  );
  const payeesOf = {
    purchase: await findOrAddPayees(tx, keeperId, "purchase", namesOf(toRecord, "purchase")),
    grant: await findOrAddPayees(tx, keeperId, "grant", namesOf(toRecord, "grant")),
  };
  const numbers = await numberDocuments(
    tx,
    "payment",
    toRecord.map(({ organizationId, paidOn: on }) => ({ organizationId, on })),
  );
  const made = [];
  for (const [i, payment] of toRecord.entries()) {
    const restriction = texts[i] === null ? null : restrictions.get(texts[i]!)!;
    const { organizationId, responseId } = payment;
    const fund = fundFor(await findOrAddFunds(tx, organizationId, responseId, [restriction]), restriction);
    const payee = payeesOf[payment.kind].get(payment.payee)!;
    const row = {
      id: uuidv7(),
      number: numbers[i]!,
      organizationId,
      responseId,
      fundId: fund.id,
      payeeId: payee.id,
      kind: payment.kind,
      purpose: payment.purpose,
      amountFen: payment.amount,
      paidOn: payment.paidOn,
      townshipCode: payment.townshipCode,
      quotesFen: payment.quotes,
      choiceReason: payment.choiceReason,
      entryId: uuidv7(),
      importId: payment.importId ?? null,
      createdBy: userIdOf(actor),
    };
    made.push({ row, from: fund.accountId, to: payee.accountId });
  }
  await post(
    tx,
    actor,
    made.map(({ row, from, to }) => ({
      id: row.entryId,
      kind: "payment.record",
      organizationId: row.organizationId,
      responseId: row.responseId,
      occurredAt: startOfDay(row.paidOn),
      document: { kind: "payment", id: row.id },
      postings: [{ from, to, asset: CNY, amount: row.amountFen, valueFen: row.amountFen }],
    })),
  );
  await insertRows(
    tx,
    payments,
    made.map(({ row }) => row),
  );
  return made.map(({ row: { id, number, entryId } }) => ({ id, number, entryId }));
}

const namesOf = (toRecord: readonly PaymentToRecord[], kind: PaymentKind): string[] =>
  toRecord.filter((payment) => payment.kind === kind).map((payment) => payment.payee);

async function findOrAddPayees(tx: Tx, organizationId: string, kind: PaymentKind, names: readonly string[]) {
  return findOrAdd(
    tx,
    `payees/${organizationId}`,
    names,
    async (wanted) => {
      const found = await tx
        .select()
        .from(payees)
        .where(
          and(eq(payees.organizationId, organizationId), eq(payees.kind, kind), inArray(payees.name, wanted)),
        );
      return new Map(found.map((payee) => [payee.name, payee]));
    },
    async (missing) => {
      const account = kind === "purchase" ? "supplier" : "grantee";
      const accountIds = await openAccounts(tx, organizationId, account, missing);
      await tx
        .insert(payees)
        .values(
          missing.map((name, i) => ({ id: uuidv7(), organizationId, kind, name, accountId: accountIds[i]! })),
        );
    },
  );
}
