import { traceCodes } from "#db";
import type { MemberActor } from "../actor.ts";
import { newCode } from "../code.ts";
import { perform } from "../perform.server.ts";
import type { ShareTrace } from "./schema.ts";
import { findTraceSubject } from "./subject.server.ts";

/**
 * Gives a gift or a promise its trace code, or another one: the one before leads nowhere from then on. Of two who renew
 * at once the later stands.
 */
export async function shareTrace(actor: MemberActor, requestId: string, input: ShareTrace) {
  return perform({ actor, action: "trace.share", requestId, input }, async (tx) => {
    const { id, organizationId } = await findTraceSubject(tx, actor, input.subjectId);
    const code = newCode();
    await tx
      .insert(traceCodes)
      .values({ code, giftId: id })
      .onConflictDoUpdate({ target: traceCodes.giftId, set: { code, createdAt: new Date() } });
    return { result: { id, code }, organizationId, subjectId: id };
  });
}
