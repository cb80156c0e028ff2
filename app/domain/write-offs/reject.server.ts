import { eq } from "drizzle-orm";
import { writeOffs } from "#db";
import type { UserActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockWriteOff } from "./lock-write-off.server.ts";
import type { RejectWriteOff } from "./schema.ts";

/** Declines a request to write goods off, or takes one's own back; the goods stay in the stock. */
export async function rejectWriteOff(actor: UserActor, requestId: string, input: RejectWriteOff) {
  return perform({ actor, action: "write-off.decide", requestId, input }, async (tx) => {
    const request = await lockWriteOff(tx, actor, input.writeOffId);
    await tx
      .update(writeOffs)
      .set({
        status: "rejected",
        decidedBy: actor.userId,
        decidedAt: new Date(),
        decisionRemark: input.remark,
      })
      .where(eq(writeOffs.id, request.id));
    const result = { id: request.id, number: request.number };
    return { result, organizationId: request.organizationId, subjectId: request.id };
  });
}
