import { and, eq, inArray } from "drizzle-orm";
import { deliveries } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { forgetDoorTries } from "./door-tries.server.ts";
import { newPin } from "./pin.server.ts";
import type { RenewPin } from "./schema.ts";

/**
 * A new PIN for a delivery under way, which also takes the guard away that wrong ones put up. Answers the PIN, to be passed
 * on.
 */
export async function renewPin(actor: MemberActor, requestId: string, input: RenewPin) {
  return perform({ actor, action: "delivery.renew-pin", requestId, input }, async (tx) => {
    const [renewed] = await tx
      .update(deliveries)
      .set({ pin: newPin(), pinFailures: 0, guardFailures: 0 })
      .where(
        and(
          eq(deliveries.id, input.deliveryId),
          inArray(deliveries.organizationId, [...actor.reach]),
          inArray(deliveries.status, ["planned", "dispatched"]),
        ),
      )
      .returning();
    if (!renewed) return notFound("delivery");
    await forgetDoorTries(tx, renewed.id);
    return {
      result: { id: renewed.id, pin: renewed.pin },
      organizationId: renewed.organizationId,
      subjectId: renewed.id,
    };
  });
}
