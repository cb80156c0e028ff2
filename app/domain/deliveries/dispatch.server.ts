import { and, eq, inArray, lt } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliveries, deliveryPicks, items, sourceLots, type Tx, warehouses } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { takeTheRest } from "./finish-picking.server.ts";
import { leaveBehind } from "./leave-behind.server.ts";
import { lockPlanned } from "./lock-planned.server.ts";
import type { DispatchDelivery } from "./schema.ts";
import { type Ride, sendBoxes } from "./send-boxes.server.ts";

/**
 * Sends a packed delivery on the road. Its lines are frozen from here; later additions are a new delivery. What has
 * expired while it waited is refused (`lot_expired`). With `leaveBehind` what is not loaded stays (`leaveBehind`).
 */
export async function dispatchDelivery(actor: MemberActor, requestId: string, input: DispatchDelivery) {
  return perform({ actor, action: "delivery.dispatch", requestId, input }, async (tx) => {
    const now = new Date();
    if (input.leaveBehind) {
      const delivery = await lockPlanned(tx, actor, input.deliveryId, false);
      await leaveBehind(tx, actor, delivery, now);
    }
    const [sent] = await sendDeliveries(tx, actor, [input.deliveryId], { at: now, runId: null });
    const { id, number, code, pin, organizationId } = sent!;
    return { result: { id, number, code, pin }, organizationId, subjectId: id };
  });
}

type Delivery = typeof deliveries.$inferSelect;

/**
 * The step: sends packed deliveries within reach on the road, all of them or none. Whoever sends several locks them
 * before, in one order.
 */
export async function sendDeliveries(
  tx: Tx,
  actor: MemberActor,
  deliveryIds: readonly string[],
  ride: Ride,
): Promise<Delivery[]> {
  const ids = [...deliveryIds];
  const occurredAt = ride.at;
  const [sent, staging, picks, [gone]] = await Promise.all([
    // What needs no answer of each other goes to the database together: round trips are the cost.
    tx
      .update(deliveries)
      .set({ status: "dispatched", dispatchedAt: occurredAt, dispatchedBy: userIdOf(actor) })
      .where(
        and(
          inArray(deliveries.id, ids),
          eq(deliveries.status, "planned"),
          inArray(deliveries.organizationId, [...actor.reach]),
        ),
      )
      .returning(),
    tx
      .select({ deliveryId: deliveries.id, accountId: warehouses.stagingAccountId })
      .from(deliveries)
      .innerJoin(warehouses, eq(warehouses.id, deliveries.warehouseId))
      .where(inArray(deliveries.id, ids)),
    tx.select().from(deliveryPicks).where(inArray(deliveryPicks.deliveryId, ids)),
    expiredIn(tx, ids),
  ]);
  const missing = ids.find((id) => !sent.some((delivery) => delivery.id === id));
  if (missing !== undefined) return whyNot(tx, actor, missing);
  if (gone) refuse("lot_expired", { item: gone.item, on: gone.on! });
  const from = new Map(staging.map(({ deliveryId, accountId }) => [deliveryId, accountId]));
  const onTheRoad = post(
    tx,
    actor,
    sent.map((delivery) => ({
      id: uuidv7(),
      kind: "delivery.dispatch",
      organizationId: delivery.organizationId,
      responseId: delivery.responseId,
      occurredAt,
      document: { kind: "delivery", id: delivery.id },
      postings: picks
        .filter(({ deliveryId }) => deliveryId === delivery.id)
        .map((picked) => ({
          from: from.get(delivery.id)!,
          to: delivery.accountId,
          asset: picked.assetId,
          amount: picked.quantity,
          valueFen: picked.valueFen,
        })),
    })),
  );
  await Promise.all([
    onTheRoad,
    ...sent.flatMap((each) => [takeTheRest(tx, each.id), sendBoxes(tx, actor, each, ride)]),
  ]);
  return sent;
}

/** What expired while it waited: it stays, and the delivery is called off, so that it goes back to its place. */
const expiredIn = (tx: Tx, deliveryIds: string[]) =>
  tx
    .select({ item: items.name, on: sourceLots.expiresOn })
    .from(deliveryPicks)
    .innerJoin(sourceLots, eq(sourceLots.assetId, deliveryPicks.assetId))
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(and(inArray(deliveryPicks.deliveryId, deliveryIds), lt(sourceLots.expiresOn, todayInShanghai())))
    .limit(1);

async function whyNot(tx: Tx, actor: MemberActor, deliveryId: string): Promise<never> {
  const [delivery] = await tx
    .select({ status: deliveries.status })
    .from(deliveries)
    .where(and(eq(deliveries.id, deliveryId), inArray(deliveries.organizationId, [...actor.reach])));
  if (!delivery) return notFound("delivery");
  if (delivery.status === "cancelled") refuse("delivery_cancelled", {});
  refuse("stale", { what: "delivery" });
}
