import { and, eq } from "drizzle-orm";
import { runStops } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { boxesOf, handedOnAt, nextRunOf, recordArrival } from "./box-custody.server.ts";
import { happenedAt } from "./happened-at.ts";
import { lockRun } from "./lock-run.server.ts";
import type { ArriveRun } from "./schema.ts";

/**
 * The vehicle is at a stop. It says nothing of what was received: that is for the receiver to confirm. At a hand-over
 * point its boxes, as far as they were not handed over one by one, go to the run that the delivery is planned on next.
 */
export async function arriveRun(actor: MemberActor, requestId: string, input: ArriveRun) {
  return perform({ actor, action: "run.drive", requestId, input }, async (tx) => {
    const { run, stops } = await lockRun(tx, actor, input.runId, "on_road");
    const stop = stops.find(({ n }) => n === input.n);
    if (!stop) return notFound("run_stop");
    if (stop.arrivedAt !== null) refuse("stale", { what: "run_stop" });
    const at = happenedAt(input.occurredAt);
    const handedOn = await handedOnAt(tx, stop);
    const load = (await boxesOf(tx, [stop.deliveryId])).filter(({ id }) => !handedOn.has(id));
    const isPoint = stop.kind === "hand_over_point";
    const nextRunId = isPoint ? await nextRunOf(tx, stop.deliveryId, run.id) : null;
    const kind = isPoint ? "box.hand-on" : "box.arrive";
    const { where } = input;
    await recordArrival(tx, actor, kind, load, at, { runId: run.id, n: stop.n, nextRunId, where });
    await tx
      .update(runStops)
      .set({ arrivedAt: at, arrivedBy: userIdOf(actor) })
      .where(and(eq(runStops.runId, run.id), eq(runStops.n, stop.n)));
    const result = { id: run.id, number: run.number, n: stop.n };
    return { result, organizationId: run.organizationId, subjectId: run.id, detail: { n: stop.n } };
  });
}
