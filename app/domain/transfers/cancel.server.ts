import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { transfers } from "#db";
import type { MemberActor } from "../actor.ts";
import { post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { lockTransfer } from "./lock-transfer.server.ts";
import type { CancelTransfer } from "./schema.ts";

/** Calls a transfer back before it is received: the goods stand again in the very places they were taken from. */
export async function cancelTransfer(actor: MemberActor, requestId: string, input: CancelTransfer) {
  return perform({ actor, action: "transfer.send", requestId, input }, async (tx) => {
    const { transfer, lines } = await lockTransfer(tx, actor, input.transferId);
    await post(tx, actor, [
      {
        id: uuidv7(),
        kind: "transfer.cancel",
        organizationId: transfer.organizationId,
        responseId: transfer.responseId,
        occurredAt: new Date(),
        document: { kind: "transfer", id: transfer.id },
        reason: input.reason,
        postings: lines.map(({ assetId, fromAccount, quantity, valueFen }) => ({
          from: transfer.accountId,
          to: fromAccount,
          asset: assetId,
          amount: quantity,
          valueFen,
        })),
      },
    ]);
    await tx
      .update(transfers)
      .set({ status: "cancelled", cancelledReason: input.reason })
      .where(eq(transfers.id, transfer.id));
    const result = { id: transfer.id, number: transfer.number };
    return { result, organizationId: transfer.organizationId, subjectId: transfer.id };
  });
}
