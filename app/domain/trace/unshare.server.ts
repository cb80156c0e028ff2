import { eq } from "drizzle-orm";
import { traceCodes } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import type { ShareTrace } from "./schema.ts";
import { findTraceSubject } from "./subject.server.ts";

/** Nobody opens the trace any more, until there is a new code. Questions and answers are kept. */
export async function unshareTrace(actor: MemberActor, requestId: string, input: ShareTrace) {
  return perform({ actor, action: "trace.share", requestId, input }, async (tx) => {
    const { id, organizationId } = await findTraceSubject(tx, actor, input.subjectId);
    await tx.delete(traceCodes).where(eq(traceCodes.giftId, id));
    return { result: { id }, organizationId, subjectId: id };
  });
}
