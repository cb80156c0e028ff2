import { eq } from "drizzle-orm";
import { runs } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockRun } from "./lock-run.server.ts";
import type { CancelRun } from "./schema.ts";

/** Calls a run off before it leaves; its deliveries are free for another. */
export async function cancelRun(actor: MemberActor, requestId: string, input: CancelRun) {
  return perform({ actor, action: "run.plan", requestId, input }, async (tx) => {
    const { run } = await lockRun(tx, actor, input.runId, "planned");
    await tx
      .update(runs)
      .set({ status: "cancelled", cancelledReason: input.reason })
      .where(eq(runs.id, run.id));
    const result = { id: run.id, number: run.number };
    return { result, organizationId: run.organizationId, subjectId: run.id };
  });
}
