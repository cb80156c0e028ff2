import type { MemberActor } from "../actor.ts";
import { lockBox } from "../boxes/lock-box.server.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { handedOnAt, nextRunOf, recordArrival } from "./box-custody.server.ts";
import { happenedAt } from "./happened-at.ts";
import { lockRun } from "./lock-run.server.ts";
import type { HandOnBox } from "./schema.ts";

/**
 * One box is handed to the next vehicle at a hand-over point, by its label. Once for each box; a box that is not of the
 * delivery that stops there is refused (`box_not_on_stop`).
 */
export async function handOnBox(actor: MemberActor, requestId: string, input: HandOnBox) {
  return perform({ actor, action: "run.drive", requestId, input }, async (tx) => {
    const { run, stops } = await lockRun(tx, actor, input.runId, "on_road");
    const stop = stops.find(({ n, kind }) => n === input.n && kind === "hand_over_point");
    if (!stop) return notFound("run_stop");
    const box = await lockBox(tx, actor, input.code, "box");
    if (box.deliveryId !== stop.deliveryId) refuse("box_not_on_stop", { code: box.code, n: stop.n });
    const handedOn = await handedOnAt(tx, run.id, stop.n);
    if (handedOn.has(box.id)) refuse("stale", { what: "box" });
    const nextRunId = await nextRunOf(tx, stop.deliveryId, run.id);
    const detail = { runId: run.id, n: stop.n, nextRunId };
    await recordArrival(tx, actor, "box.hand-on", [box], happenedAt(input.occurredAt), detail);
    const result = { id: run.id, number: run.number, n: stop.n };
    return { result, organizationId: run.organizationId, subjectId: run.id, detail: { code: box.code } };
  });
}
