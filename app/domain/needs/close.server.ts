import { eq } from "drizzle-orm";
import { needs } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockOpenNeed } from "./lock-open.server.ts";
import type { CloseNeed } from "./schema.ts";

/**
 * Closes a need that was seen to in another way, or that the site no longer has. The reason stands as the answer, which
 * the site's own page shows. Throws `need_closed`.
 */
export async function closeNeed(actor: MemberActor, requestId: string, input: CloseNeed) {
  return perform({ actor, action: "need.answer", requestId, input }, async (tx) => {
    const { id, number, organizationId } = await lockOpenNeed(tx, actor, input.needId);
    const { as, reason } = input;
    await tx.update(needs).set({ status: as, answer: reason, closedAt: new Date() }).where(eq(needs.id, id));
    return { result: { id, number }, organizationId, subjectId: id, detail: { as, reason } };
  });
}
