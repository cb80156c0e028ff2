import { and, eq, inArray, isNull } from "drizzle-orm";
import { deliveries, runs, runStops } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockRun } from "./lock-run.server.ts";
import type { FinishRun } from "./schema.ts";

/**
 * The vehicle is back and free for another run. Refused with the stops it never came to (`run_stops_open`), unless
 * their delivery was signed for or called off meanwhile.
 */
export async function finishRun(actor: MemberActor, requestId: string, input: FinishRun) {
  return perform({ actor, action: "run.drive", requestId, input }, async (tx) => {
    const { run } = await lockRun(tx, actor, input.runId, "on_road");
    const open = await tx
      .select({ n: runStops.n })
      .from(runStops)
      .innerJoin(deliveries, eq(deliveries.id, runStops.deliveryId))
      .where(
        and(
          eq(runStops.runId, run.id),
          isNull(runStops.arrivedAt),
          inArray(deliveries.status, ["planned", "dispatched"]),
        ),
      )
      .orderBy(runStops.n);
    if (open.length > 0) refuse("run_stops_open", { number: run.number, stops: open.map(({ n }) => n) });
    await tx.update(runs).set({ status: "done", doneAt: new Date() }).where(eq(runs.id, run.id));
    const result = { id: run.id, number: run.number };
    return { result, organizationId: run.organizationId, subjectId: run.id };
  });
}
