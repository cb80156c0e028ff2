import { eq, sql } from "drizzle-orm";
import { deliveries, deliveryPicks, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { leaveBehind } from "./leave-behind.server.ts";
import { lockPlanned } from "./lock-planned.server.ts";
import type { FinishPicking } from "./schema.ts";

/**
 * All of a delivery is off the shelves. What was not scanned by the box is taken to have been loose; where that cannot
 * be, since the goods there stand in labelled boxes, it is refused with `boxes_hold_it`, or stays there (`leaveBehind`).
 */
export async function finishPicking(actor: MemberActor, requestId: string, input: FinishPicking) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const delivery = await lockPlanned(tx, actor, input.deliveryId, true);
    if (input.leaveBehind) await leaveBehind(tx, actor, delivery, new Date());
    await takeTheRest(tx, delivery.id);
    await tx
      .update(deliveries)
      .set({
        pickingSince: sql`coalesce(${deliveries.pickingSince}, now())`,
        pickedAt: sql`now()`,
        pickedBy: userIdOf(actor),
      })
      .where(eq(deliveries.id, delivery.id));
    return {
      result: { id: delivery.id, number: delivery.number },
      organizationId: delivery.organizationId,
      subjectId: delivery.id,
    };
  });
}

/** The step: nothing of the delivery stands in its old place any more. */
export async function takeTheRest(tx: Tx, deliveryId: string): Promise<void> {
  await tx
    .update(deliveryPicks)
    .set({ picked: deliveryPicks.quantity })
    .where(
      sql`${deliveryPicks.deliveryId} = ${deliveryId} and ${deliveryPicks.picked} < ${deliveryPicks.quantity}`,
    );
}
