import { uuidv7 } from "uuidv7";
import { gifts, type Tx } from "#db";
import { type Actor, type MemberActor, userIdOf } from "../actor.ts";
import { startOfDay } from "../dates.ts";
import { donorName, findOrAddDonors } from "../donors/find-or-add.server.ts";
import { findOrAddFunds, fundFor } from "../funds/find-or-add.server.ts";
import { insertRows } from "../insert-rows.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { CNY, post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { findOrAddRestrictions } from "../places/find-or-add-restrictions.server.ts";
import { restrictionText } from "../places/restriction.ts";
import { findPledge } from "../pledges/find.server.ts";
import { type BookKeeping, organizationFor } from "../reach.server.ts";
import type { ReceiveMoney } from "./schema.ts";

/** Books money that has arrived into the fund of its restriction. Answers the gift's id, number and entry. */
export async function receiveMoney(actor: MemberActor, requestId: string, input: ReceiveMoney) {
  return perform({ actor, action: "gift.receive-money", requestId, input }, async (tx) => {
    const pledge = input.pledgeId ? await findPledge(tx, actor, input.pledgeId, "money") : null;
    const books = await organizationFor(tx, actor, pledge?.organizationId ?? input.organizationId);
    const [gift] = await receiveMoneyGifts(tx, actor, actor.organizationId, [
      {
        ...input,
        ...books,
        donor: input.donor ?? pledge?.donor ?? null,
        restrictedTo: input.restrictedTo ?? pledge?.restriction ?? null,
      },
    ]);
    return { result: gift!, organizationId: books.organizationId, subjectId: gift!.id };
  });
}

export type MoneyToReceive = Omit<ReceiveMoney, "organizationId"> & BookKeeping & { importId?: string };

/** The step: any number of gifts of money at once. */
export async function receiveMoneyGifts(
  tx: Tx,
  actor: Actor,
  keeperId: string,
  toReceive: readonly MoneyToReceive[],
  publishDonorNames = false,
): Promise<{ id: string; number: string; entryId: string }[]> {
  if (toReceive.length === 0) return [];
  const donorNames = toReceive.map((gift) => donorName(gift.donor));
  const texts = toReceive.map((gift) => restrictionText(gift.restrictedTo));
  const donors = await findOrAddDonors(tx, keeperId, donorNames, publishDonorNames);
  const restrictions = await findOrAddRestrictions(
    tx,
    keeperId,
    texts.filter((text) => text !== null),
  );
  const restrictionOf = texts.map((text) => (text === null ? null : (restrictions.get(text) ?? null)));
  const fundOf = await fundsOf(tx, toReceive, restrictionOf);
  const numbers = await numberDocuments(
    tx,
    "gift",
    toReceive.map(({ organizationId, receivedOn: on }) => ({ organizationId, on })),
  );
  const rows = toReceive.map((gift, i) => ({
    id: uuidv7(),
    number: numbers[i]!,
    organizationId: gift.organizationId,
    responseId: gift.responseId,
    donorId: donors.get(donorNames[i]!)!.id,
    kind: "money" as const,
    pledgeId: gift.pledgeId,
    receivedOn: gift.receivedOn,
    fundId: fundOf[i]!.id,
    amountFen: gift.amount,
    entryId: uuidv7(),
    receiptNumber: gift.receiptNumber,
    note: gift.note,
    importId: gift.importId ?? null,
    createdBy: userIdOf(actor),
  }));
  await post(
    tx,
    actor,
    rows.map((row, i) => ({
      id: row.entryId,
      kind: "gift.receive-money",
      organizationId: row.organizationId,
      responseId: row.responseId,
      occurredAt: startOfDay(row.receivedOn),
      document: { kind: "gift", id: row.id },
      postings: [
        {
          from: donors.get(donorNames[i]!)!.accountId,
          to: fundOf[i]!.accountId,
          asset: CNY,
          amount: row.amountFen,
          valueFen: row.amountFen,
        },
      ],
    })),
  );
  await insertRows(tx, gifts, rows);
  return rows.map(({ id, number, entryId }) => ({ id, number, entryId }));
}

/** Each gift's fund; gifts of several organizations are looked up organization by organization. */
async function fundsOf(
  tx: Tx,
  toReceive: readonly MoneyToReceive[],
  restrictionOf: readonly Parameters<typeof fundFor>[1][],
) {
  const found = new Map<string, Awaited<ReturnType<typeof findOrAddFunds>>>();
  for (const organizationId of new Set(toReceive.map((gift) => gift.organizationId))) {
    const own = toReceive.flatMap((gift, i) => (gift.organizationId === organizationId ? [{ gift, i }] : []));
    const wanted = own.map(({ i }) => restrictionOf[i] ?? null);
    found.set(organizationId, await findOrAddFunds(tx, organizationId, own[0]!.gift.responseId, wanted));
  }
  return toReceive.map((gift, i) => fundFor(found.get(gift.organizationId)!, restrictionOf[i] ?? null));
}
