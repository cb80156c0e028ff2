import { eq, sql } from "drizzle-orm";
import { deliveries } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockPlanned } from "./lock-planned.server.ts";
import type { StartPicking } from "./schema.ts";

/** Somebody begins to take a delivery's goods off the shelves: its bins are not counted until that is done. */
export async function startPicking(actor: MemberActor, requestId: string, input: StartPicking) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const delivery = await lockPlanned(tx, actor, input.deliveryId, true);
    await tx
      .update(deliveries)
      .set({ pickingSince: sql`coalesce(${deliveries.pickingSince}, now())` })
      .where(eq(deliveries.id, delivery.id));
    return { result: { id: delivery.id }, organizationId: delivery.organizationId, subjectId: delivery.id };
  });
}
