import { and, eq, inArray, sql } from "drizzle-orm";
import { db, funds, imports, organizations, payees, payments, restrictions, townships } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";
import { isId } from "../is-id.ts";

/** One payment within reach, with the quotes it was chosen from. */
export async function getPayment(actor: MemberActor, id: string) {
  if (!isId(id)) return notFound("payment");
  const [payment] = await db
    .select({
      id: payments.id,
      number: payments.number,
      kind: payments.kind,
      paidOn: payments.paidOn,
      payee: payees.name,
      purpose: payments.purpose,
      amountFen: payments.amountFen,
      organization: organizations.name,
      restriction: restrictions.text,
      township: townships.name,
      quotesFen: payments.quotesFen,
      choiceReason: payments.choiceReason,
      importId: payments.importId,
      importFile: imports.fileName,
      entryId: payments.entryId,
      reversed: sql<boolean>`${isReversed(sql`${payments.entryId}`)}`,
    })
    .from(payments)
    .innerJoin(payees, eq(payees.id, payments.payeeId))
    .innerJoin(organizations, eq(organizations.id, payments.organizationId))
    .innerJoin(funds, eq(funds.id, payments.fundId))
    .leftJoin(restrictions, eq(restrictions.id, funds.restrictionId))
    .leftJoin(townships, eq(townships.code, payments.townshipCode))
    .leftJoin(imports, eq(imports.id, payments.importId))
    .where(and(eq(payments.id, id), inArray(payments.organizationId, [...actor.reach])));
  return payment ?? notFound("payment");
}

export type Payment = Awaited<ReturnType<typeof getPayment>>;
