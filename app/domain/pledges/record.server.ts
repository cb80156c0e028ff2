import { uuidv7 } from "uuidv7";
import { pledgeLines, pledges, type Tx } from "#db";
import { type Actor, type MemberActor, userIdOf } from "../actor.ts";
import { donorName, findOrAddDonors } from "../donors/find-or-add.server.ts";
import { insertRows } from "../insert-rows.server.ts";
import { findOrAddItems } from "../items/find-or-add.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { perform } from "../perform.server.ts";
import { findOrAddRestrictions } from "../places/find-or-add-restrictions.server.ts";
import { restrictionText } from "../places/restriction.ts";
import { type BookKeeping, organizationFor } from "../reach.server.ts";
import type { RecordPledge } from "./schema.ts";

/** Records a promise. Answers its id and human number. */
export async function recordPledge(actor: MemberActor, requestId: string, input: RecordPledge) {
  return perform({ actor, action: "pledge.record", requestId, input }, async (tx) => {
    const books = await organizationFor(tx, actor, input.organizationId);
    const [pledge] = await recordPledges(tx, actor, actor.organizationId, [{ ...input, ...books }]);
    return { result: pledge!, organizationId: books.organizationId, subjectId: pledge!.id };
  });
}

export type PledgeToRecord = RecordPledge & BookKeeping & { importId?: string };

/** The step: any number of pledges at once. Donors and items are of the organization that keeps the books. */
export async function recordPledges(
  tx: Tx,
  actor: Actor,
  keeperId: string,
  toRecord: readonly PledgeToRecord[],
  publishDonorNames = false,
): Promise<{ id: string; number: string }[]> {
  if (toRecord.length === 0) return [];
  const texts = toRecord.map((pledge) => restrictionText(pledge.restrictedTo));
  const donorNames = toRecord.map((pledge) => donorName(pledge.donor));
  const donorsByName = await findOrAddDonors(tx, keeperId, donorNames, publishDonorNames);
  const restrictions = await findOrAddRestrictions(
    tx,
    keeperId,
    texts.filter((text) => text !== null),
  );
  const goods = toRecord.flatMap((pledge) => (pledge.kind === "goods" ? pledge.lines : []));
  const itemsByName = await findOrAddItems(
    tx,
    keeperId,
    goods.map((line) => ({ name: line.item, unit: line.unit })),
  );
  const numbers = await numberDocuments(
    tx,
    "pledge",
    toRecord.map(({ organizationId, pledgedOn: on }) => ({ organizationId, on })),
  );
  const rows = toRecord.map((pledge, i) => ({
    id: uuidv7(),
    number: numbers[i]!,
    organizationId: pledge.organizationId,
    responseId: pledge.responseId,
    donorId: donorsByName.get(donorNames[i]!)!.id,
    kind: pledge.kind,
    amountFen: pledge.kind === "money" ? pledge.amount : null,
    restrictionId: texts[i] === null ? null : (restrictions.get(texts[i]!)?.id ?? null),
    pledgedOn: pledge.pledgedOn,
    dueOn: pledge.dueOn,
    note: pledge.note,
    importId: pledge.importId ?? null,
    createdBy: userIdOf(actor),
  }));
  await insertRows(tx, pledges, rows);
  const lines = toRecord.flatMap((pledge, i) =>
    pledge.kind === "goods"
      ? pledge.lines.map((line, n) => ({
          pledgeId: rows[i]!.id,
          n: n + 1,
          itemId: itemsByName.get(line.item)!.id,
          quantity: line.quantity,
        }))
      : [],
  );
  await insertRows(tx, pledgeLines, lines);
  return rows.map(({ id, number }) => ({ id, number }));
}
