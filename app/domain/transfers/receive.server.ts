import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { transferLines, transfers, warehouses, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { type Opening, openCases } from "../cases/open.server.ts";
import { refuse } from "../errors.ts";
import { post, type Posting } from "../ledger/post.server.ts";
import { disputeAccounts } from "../ledger/standing-accounts.server.ts";
import { shareOfValue } from "../money.ts";
import { perform } from "../perform.server.ts";
import { lockTransfer } from "./lock-transfer.server.ts";
import type { ReceiveTransfer } from "./schema.ts";

/**
 * Takes a transfer in at the other warehouse's dock. What did not come, or came damaged, goes to the dispute account, and
 * a case is opened for each line and kind of difference. Whoever sent it never receives it (`duties_apart`); a program has no name of its own, so that what one sent no
 * other receives.
 */
export async function receiveTransfer(actor: MemberActor, requestId: string, input: ReceiveTransfer) {
  return perform({ actor, action: "transfer.receive", requestId, input }, async (tx) => {
    const { transfer, lines } = await lockTransfer(tx, actor, input.transferId);
    if (transfer.sentBy === userIdOf(actor)) refuse("duties_apart", {});
    const counts = countsOf(lines, input);
    const [to] = await tx.select().from(warehouses).where(eq(warehouses.id, transfer.toWarehouseId));
    const dispute = await disputeAccounts(tx, [transfer.organizationId]);
    const accounts = { dock: to!.dockAccountId, dispute: dispute.get(transfer.organizationId)! };
    const now = new Date();
    await post(tx, actor, [
      {
        id: uuidv7(),
        kind: "transfer.receive",
        organizationId: transfer.organizationId,
        responseId: transfer.responseId,
        occurredAt: now,
        document: { kind: "transfer", id: transfer.id },
        postings: counts.flatMap((line) => legsOf(line, transfer.accountId, accounts)),
      },
    ]);
    await recordCounts(tx, transfer.id, counts);
    await tx
      .update(transfers)
      .set({ status: "received", receivedAt: now, receivedBy: userIdOf(actor) })
      .where(eq(transfers.id, transfer.id));
    await openCases(
      tx,
      counts.flatMap((line) => casesOf(transfer, line)),
      now,
    );
    const result = { id: transfer.id, number: transfer.number };
    return { result, organizationId: transfer.organizationId, subjectId: transfer.id };
  });
}

type Line = typeof transferLines.$inferSelect;
type Counted = Omit<Line, "received"> & { received: bigint; damaged: bigint };

/** Each line as it was counted; `invalid` beside a count that cannot be, and where the remark is missing. */
function countsOf(lines: readonly Line[], input: ReceiveTransfer): Counted[] {
  const fields: Record<string, string> = {};
  input.lines.forEach(({ n, received, damaged, remark }, i) => {
    const line = lines.find((each) => each.n === n);
    if (!line) fields[`lines.${i}.n`] = "line_unknown";
    else if (received > line.quantity) fields[`lines.${i}.received`] = "more_than_sent";
    else if (received + (damaged ?? 0n) > line.quantity) fields[`lines.${i}.damaged`] = "more_than_sent";
    else if (received < line.quantity && remark === null) fields[`lines.${i}.remark`] = "reason_required";
  });
  if (Object.keys(fields).length > 0) refuse("invalid", { fields });
  return lines.map((line) => {
    const counted = input.lines.find(({ n }) => n === line.n);
    return {
      ...line,
      received: counted?.received ?? line.quantity,
      damaged: counted?.damaged ?? 0n,
      remark: counted?.remark ?? null,
    };
  });
}

/** What came to the dock, and the rest with the rest of the value to the dispute account. */
function legsOf(line: Counted, from: bigint, to: { dock: bigint; dispute: bigint }): Posting[] {
  const value = shareOfValue(line.valueFen, line.quantity, line.received);
  const asset = line.assetId;
  return [
    { from, to: to.dock, asset, amount: line.received, valueFen: value },
    { from, to: to.dispute, asset, amount: line.quantity - line.received, valueFen: line.valueFen - value },
  ].filter(({ amount }) => amount > 0n);
}

/** The cases of a line: what came damaged is the first part of what is in dispute, what did not come is the rest. */
function casesOf(transfer: typeof transfers.$inferSelect, line: Counted): Opening[] {
  const missing = line.quantity - line.received;
  const disputedFen = line.valueFen - shareOfValue(line.valueFen, line.quantity, line.received);
  const damagedFen = missing > 0n ? shareOfValue(disputedFen, missing, line.damaged) : 0n;
  const parts = [
    { kind: "damaged", quantity: line.damaged, valueFen: damagedFen },
    { kind: "short", quantity: missing - line.damaged, valueFen: disputedFen - damagedFen },
  ] as const;
  return parts
    .filter(({ quantity }) => quantity > 0n)
    .map(({ kind, quantity, valueFen }) => ({
      organizationId: transfer.organizationId,
      responseId: transfer.responseId,
      deliveryId: null,
      transferId: transfer.id,
      kind,
      lineN: line.n,
      quantity,
      reason: null,
      remark: line.remark,
      report: null,
      lots: [{ asset: line.assetId, quantity, valueFen }],
    }));
}

async function recordCounts(tx: Tx, transferId: string, counts: readonly Counted[]): Promise<void> {
  for (const { n, received, remark } of counts) {
    await tx
      .update(transferLines)
      .set({ received, remark })
      .where(and(eq(transferLines.transferId, transferId), eq(transferLines.n, n)));
  }
}
