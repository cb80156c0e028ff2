import { and, eq, inArray } from "drizzle-orm";
import { deliveries, revokedCodes } from "#db";
import type { MemberActor } from "../actor.ts";
import { newCode } from "../code.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { RenewCode } from "./schema.ts";

/** Revokes a delivery's code, for a label that was lost or copied: whoever scans the old one reads "replaced". */
export async function renewCode(actor: MemberActor, requestId: string, input: RenewCode) {
  return perform({ actor, action: "delivery.renew-code", requestId, input }, async (tx) => {
    const within = and(
      eq(deliveries.id, input.deliveryId),
      inArray(deliveries.organizationId, [...actor.reach]),
      inArray(deliveries.status, ["planned", "dispatched"]),
    );
    const [before] = await tx.select().from(deliveries).where(within).for("update");
    if (!before) return notFound("delivery");
    const code = newCode();
    await tx.insert(revokedCodes).values({ code: before.code, deliveryId: before.id, reason: input.reason });
    await tx.update(deliveries).set({ code }).where(eq(deliveries.id, before.id));
    return { result: { id: before.id, code }, organizationId: before.organizationId, subjectId: before.id };
  });
}
