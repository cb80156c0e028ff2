import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliveries, deliveryPicks, type Tx, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import type { CancelDelivery } from "./schema.ts";

/** Calls a delivery off before it is confirmed: the goods go back to the very places they were picked from. */
export async function cancelDelivery(actor: MemberActor, requestId: string, input: CancelDelivery) {
  return perform({ actor, action: "delivery.cancel", requestId, input }, async (tx) => {
    const now = new Date();
    const [delivery] = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, input.deliveryId), inArray(deliveries.organizationId, [...actor.reach])))
      .for("update");
    if (!delivery) return notFound("delivery");
    if (delivery.status === "cancelled") refuse("delivery_cancelled", {});
    if (delivery.status === "confirmed") refuse("stale", { what: "delivery" });
    await tx
      .update(deliveries)
      .set({ status: "cancelled", cancelledAt: now, cancelledReason: input.reason })
      .where(eq(deliveries.id, delivery.id));
    await putBoxesBack(tx, delivery.id);
    const [warehouse] = await tx.select().from(warehouses).where(eq(warehouses.id, delivery.warehouseId));
    const from = delivery.status === "planned" ? warehouse!.stagingAccountId : delivery.accountId;
    const picks = await tx.select().from(deliveryPicks).where(eq(deliveryPicks.deliveryId, delivery.id));
    await post(tx, actor, [
      {
        id: uuidv7(),
        kind: "delivery.cancel",
        organizationId: delivery.organizationId,
        responseId: delivery.responseId,
        occurredAt: now,
        document: { kind: "delivery", id: delivery.id },
        reason: input.reason,
        postings: picks.map((picked) => ({
          from,
          to: picked.fromAccount,
          asset: picked.assetId,
          amount: picked.quantity,
          valueFen: picked.valueFen,
        })),
      },
    ]);
    return { result: { id: delivery.id }, organizationId: delivery.organizationId, subjectId: delivery.id };
  });
}

/** Boxes that were picked for it stand in their old places again, as their goods do. */
async function putBoxesBack(tx: Tx, deliveryId: string): Promise<void> {
  await tx.execute(sql`
    update boxes b set delivery_id = null, loaded_at = null, account_id = (
      select from_account from box_events e
      where e.box_id = b.id and e.delivery_id = b.delivery_id and e.kind = 'box.pick' order by e.seq desc limit 1)
    where b.delivery_id = ${deliveryId}`);
}
