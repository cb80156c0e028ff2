import { clockTargets } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { organizationFor } from "../reach.server.ts";
import type { SetClockTarget } from "./schema.ts";

/** How many hours an organization gives a step; clocks that run already are measured by it too. */
export async function setClockTarget(actor: MemberActor, requestId: string, input: SetClockTarget) {
  return perform({ actor, action: "clock.set-target", requestId, input }, async (tx) => {
    const { organizationId } = await organizationFor(tx, actor, input.organizationId);
    const { step, hours } = input;
    await tx
      .insert(clockTargets)
      .values({ organizationId, step, hours })
      .onConflictDoUpdate({ target: [clockTargets.organizationId, clockTargets.step], set: { hours } });
    return {
      result: { id: organizationId },
      organizationId,
      subjectId: organizationId,
      detail: { step, hours },
    };
  });
}
