import { and, eq, inArray } from "drizzle-orm";
import { deliveries, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

/** A delivery that is still in the warehouse, locked until commit; `open`: and not yet picked as a whole. */
export async function lockPlanned(tx: Tx, actor: MemberActor, deliveryId: string, open: boolean) {
  const [delivery] = await tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.id, deliveryId), inArray(deliveries.organizationId, [...actor.reach])))
    .for("update");
  if (!delivery) return notFound("delivery");
  if (delivery.status === "cancelled") refuse("delivery_cancelled", {});
  if (delivery.status !== "planned") refuse("stale", { what: "delivery" });
  if (open && delivery.pickedAt !== null) refuse("delivery_picked_already", { number: delivery.number });
  return delivery;
}
