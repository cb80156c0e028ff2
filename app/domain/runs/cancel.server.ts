import { and, eq, inArray } from "drizzle-orm";
import { deliveries, runs, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { stayBehind } from "./box-custody.server.ts";
import { lockRun } from "./lock-run.server.ts";
import type { CancelRun } from "./schema.ts";

/** Calls a run off before it leaves: its deliveries are free for another, and what was loaded is taken off again. */
export async function cancelRun(actor: MemberActor, requestId: string, input: CancelRun) {
  return perform({ actor, action: "run.plan", requestId, input }, async (tx) => {
    const { run, stops } = await lockRun(tx, actor, input.runId, "planned");
    const waiting = await lockWaiting(
      tx,
      stops.map(({ deliveryId }) => deliveryId),
    );
    await tx
      .update(runs)
      .set({ status: "cancelled", cancelledReason: input.reason })
      .where(eq(runs.id, run.id));
    await stayBehind(tx, actor, waiting, { at: new Date(), runId: run.id });
    const result = { id: run.id, number: run.number };
    return { result, organizationId: run.organizationId, subjectId: run.id };
  });
}

/** Those of the deliveries that still stand in the warehouse, locked in one order. */
async function lockWaiting(tx: Tx, deliveryIds: readonly string[]): Promise<string[]> {
  const found = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(inArray(deliveries.id, [...deliveryIds]), eq(deliveries.status, "planned")))
    .orderBy(deliveries.id)
    .for("update");
  return found.map(({ id }) => id);
}
