import { and, eq } from "drizzle-orm";
import { runStops } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { happenedAt } from "./happened-at.ts";
import { lockRun } from "./lock-run.server.ts";
import type { ArriveRun } from "./schema.ts";

/**
 * The vehicle is at a stop. It says nothing of what was received: that is for the receiver to confirm. From a hand-over
 * point the delivery goes on with the run that it is planned on next.
 */
export async function arriveRun(actor: MemberActor, requestId: string, input: ArriveRun) {
  return perform({ actor, action: "run.drive", requestId, input }, async (tx) => {
    const { run, stops } = await lockRun(tx, actor, input.runId, "on_road");
    const stop = stops.find(({ n }) => n === input.n);
    if (!stop) return notFound("run_stop");
    if (stop.arrivedAt !== null) refuse("stale", { what: "run_stop" });
    await tx
      .update(runStops)
      .set({ arrivedAt: happenedAt(input.occurredAt), arrivedBy: userIdOf(actor) })
      .where(and(eq(runStops.runId, run.id), eq(runStops.n, stop.n)));
    const result = { id: run.id, number: run.number, n: stop.n };
    return { result, organizationId: run.organizationId, subjectId: run.id, detail: { n: stop.n } };
  });
}
