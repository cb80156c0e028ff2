import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, sourceLots, type Tx, writeOffs } from "#db";
import type { MemberActor, UserActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { lossAccount } from "../ledger/standing-accounts.server.ts";
import { shareOfValue } from "../money.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { heldInWarehouse } from "./held.server.ts";
import { lockWriteOff } from "./lock-write-off.server.ts";
import type { ApproveWriteOff } from "./schema.ts";

/**
 * Takes what was asked for out of the stock as lost. Whoever asked does not approve (`duties_apart`), unless in an
 * emergency with its reason, which the document shows. When the goods have gone meanwhile: `insufficient_stock`, and the
 * request still stands.
 */
export async function approveWriteOff(actor: UserActor, requestId: string, input: ApproveWriteOff) {
  return perform({ actor, action: "write-off.decide", requestId, input }, async (tx) => {
    const request = await lockWriteOff(tx, actor, input.writeOffId);
    const isOwn = request.requestedBy === actor.userId;
    if (isOwn && input.overrideReason === null) refuse("duties_apart", {});
    const valueFen = await valueOf(tx, actor, request);
    const entryId = uuidv7();
    const now = new Date();
    await post(tx, actor, [
      {
        id: entryId,
        kind: "stock.write-off",
        organizationId: request.organizationId,
        responseId: request.responseId,
        occurredAt: now,
        document: { kind: "write_off", id: request.id },
        reason: request.remark,
        postings: [
          {
            from: request.accountId,
            to: await lossAccount(tx, request.organizationId, request.reason),
            asset: request.assetId,
            amount: request.quantity,
            valueFen,
          },
        ],
      },
    ]);
    await tx
      .update(writeOffs)
      .set({
        status: "approved",
        decidedBy: actor.userId,
        decidedAt: now,
        decisionRemark: input.remark,
        overrideReason: isOwn ? input.overrideReason : null,
        entryId,
      })
      .where(eq(writeOffs.id, request.id));
    const result = { id: request.id, number: request.number, entryId };
    return { result, organizationId: request.organizationId, subjectId: request.id };
  });
}

async function valueOf(tx: Tx, actor: MemberActor, request: typeof writeOffs.$inferSelect): Promise<bigint> {
  const warehouse = await findWarehouse(tx, actor, request.warehouseId);
  const held = await heldInWarehouse(tx, warehouse, request.assetId, request.accountId);
  if (!held || held.amount < request.quantity) {
    const [lot] = await tx
      .select({ item: items.name, unit: items.baseUnit })
      .from(sourceLots)
      .innerJoin(items, eq(items.id, sourceLots.itemId))
      .where(eq(sourceLots.assetId, request.assetId));
    if (!lot) return notFound("lot");
    const [wanted, available] = [`${request.quantity}`, `${held?.amount ?? 0n}`];
    return refuse("insufficient_stock", { ...lot, wanted, available });
  }
  return shareOfValue(held.valueFen, held.amount, request.quantity);
}
