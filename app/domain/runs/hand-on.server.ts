import { eq } from "drizzle-orm";
import { deliveries } from "#db";
import type { MemberActor } from "../actor.ts";
import { lockBox } from "../boxes/lock-box.server.ts";
import { recordEvent } from "../boxes/record-event.server.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { handedOnAt, nextRunOf } from "./box-custody.server.ts";
import { happenedAt } from "./happened-at.ts";
import { lockRun } from "./lock-run.server.ts";
import type { HandOnBox } from "./schema.ts";

/**
 * One box is handed over at a stop, by its label: to the next vehicle at a hand-over point, to the receiver at a door.
 * Once for each box (`box_handed_over_already`); a box that is not of the delivery that stops there is refused
 * (`box_not_on_stop`), and so is one that was signed for meanwhile (`stale`).
 */
export async function handOnBox(actor: MemberActor, requestId: string, input: HandOnBox) {
  return perform({ actor, action: "run.drive", requestId, input }, async (tx) => {
    const { run, stops } = await lockRun(tx, actor, input.runId, "on_road");
    const stop = stops.find(({ n }) => n === input.n);
    if (!stop) return notFound("run_stop");
    const [delivery] = await tx
      .select({ status: deliveries.status })
      .from(deliveries)
      .where(eq(deliveries.id, stop.deliveryId))
      .for("share");
    const box = await lockBox(tx, actor, input.code, "box");
    const { code } = box;
    if (box.deliveryId !== stop.deliveryId) refuse("box_not_on_stop", { code, n: stop.n });
    if (delivery?.status !== "dispatched") refuse("stale", { what: "delivery" });
    const handedOn = await handedOnAt(tx, stop);
    if (handedOn.has(box.id)) refuse("box_handed_over_already", { code, n: stop.n });
    const nextRunId = stop.kind === "door" ? null : await nextRunOf(tx, stop.deliveryId, run.id);
    const { where } = input;
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: box.id,
      kind: "box.hand-on",
      fromAccount: box.accountId,
      toAccount: box.accountId,
      deliveryId: box.deliveryId,
      detail: { runId: run.id, n: stop.n, nextRunId, ...(where && { where }) },
      occurredAt: happenedAt(input.occurredAt).toISOString(),
    });
    const result = { id: run.id, number: run.number, n: stop.n };
    return { result, organizationId: run.organizationId, subjectId: run.id, detail: { code } };
  });
}
