import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boxes, deliveries, deliveryPicks, type Tx, warehouses } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { takeTheRest } from "./finish-picking.server.ts";
import type { DispatchDelivery } from "./schema.ts";

/** Sends a packed delivery on the road. Its lines are frozen from here; later additions are a new delivery. */
export async function dispatchDelivery(actor: MemberActor, requestId: string, input: DispatchDelivery) {
  return perform({ actor, action: "delivery.dispatch", requestId, input }, async (tx) => {
    const now = new Date();
    const [[sent], [warehouse], picks] = await Promise.all([
      tx
        .update(deliveries)
        .set({ status: "dispatched", dispatchedAt: now, dispatchedBy: userIdOf(actor) })
        .where(
          and(
            eq(deliveries.id, input.deliveryId),
            eq(deliveries.status, "planned"),
            inArray(deliveries.organizationId, [...actor.reach]),
          ),
        )
        .returning(),
      tx
        .select({ stagingAccountId: warehouses.stagingAccountId })
        .from(deliveries)
        .innerJoin(warehouses, eq(warehouses.id, deliveries.warehouseId))
        .where(eq(deliveries.id, input.deliveryId)),
      tx.select().from(deliveryPicks).where(eq(deliveryPicks.deliveryId, input.deliveryId)),
    ]);
    if (!sent) return whyNot(tx, actor, input.deliveryId);
    const onTheRoad = post(tx, actor, [
      {
        id: uuidv7(),
        kind: "delivery.dispatch",
        organizationId: sent.organizationId,
        responseId: sent.responseId,
        occurredAt: now,
        document: { kind: "delivery", id: sent.id },
        postings: picks.map((picked) => ({
          from: warehouse!.stagingAccountId,
          to: sent.accountId,
          asset: picked.assetId,
          amount: picked.quantity,
          valueFen: picked.valueFen,
        })),
      },
    ]);
    await Promise.all([onTheRoad, takeTheRest(tx, sent.id), sendBoxes(tx, sent)]);
    return {
      result: { id: sent.id, number: sent.number, code: sent.code, pin: sent.pin },
      organizationId: sent.organizationId,
      subjectId: sent.id,
    };
  });
}

/** Its boxes go with it; none is left behind unnoticed once one of them was scanned onto the vehicle. */
async function sendBoxes(tx: Tx, { id, accountId }: typeof deliveries.$inferSelect): Promise<void> {
  const sent = await tx
    .update(boxes)
    .set({ accountId })
    .where(eq(boxes.deliveryId, id))
    .returning({ loadedAt: boxes.loadedAt });
  const loaded = sent.filter(({ loadedAt }) => loadedAt !== null).length;
  if (loaded > 0 && loaded < sent.length) {
    refuse("boxes_not_loaded", { count: sent.length - loaded, loaded });
  }
}

async function whyNot(tx: Tx, actor: MemberActor, deliveryId: string): Promise<never> {
  const [delivery] = await tx
    .select({ status: deliveries.status })
    .from(deliveries)
    .where(and(eq(deliveries.id, deliveryId), inArray(deliveries.organizationId, [...actor.reach])));
  if (!delivery) return notFound("delivery");
  if (delivery.status === "cancelled") refuse("delivery_cancelled", {});
  refuse("stale", { what: "delivery" });
}
