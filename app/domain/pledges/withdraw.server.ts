import { and, eq, inArray, isNull } from "drizzle-orm";
import { pledges } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { WithdrawPledge } from "./schema.ts";

/** Releases a promise that will not be kept, with the reason. Gifts that came against it stay. */
export async function withdrawPledge(actor: MemberActor, requestId: string, input: WithdrawPledge) {
  return perform({ actor, action: "pledge.withdraw", requestId, input }, async (tx) => {
    const within = and(eq(pledges.id, input.pledgeId), inArray(pledges.organizationId, [...actor.reach]));
    const [withdrawn] = await tx
      .update(pledges)
      .set({ withdrawnAt: new Date(), withdrawnReason: input.reason })
      .where(and(within, isNull(pledges.withdrawnAt)))
      .returning({ id: pledges.id, organizationId: pledges.organizationId });
    if (!withdrawn) {
      const [pledge] = await tx.select({ id: pledges.id }).from(pledges).where(within);
      return pledge ? refuse("stale", { what: "pledge" }) : notFound("pledge");
    }
    return {
      result: { id: withdrawn.id },
      organizationId: withdrawn.organizationId,
      subjectId: withdrawn.id,
    };
  });
}
