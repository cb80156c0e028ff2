import { eq, sql } from "drizzle-orm";
import { boxes, deliveries } from "#db";
import type { MemberActor } from "../actor.ts";
import { lockPlanned } from "../deliveries/lock-planned.server.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { describeContents } from "./describe-contents.server.ts";
import { lockBox } from "./lock-box.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { LoadBox } from "./schema.ts";

/** A box that was picked for a delivery is on its vehicle. */
export async function loadBox(actor: MemberActor, requestId: string, input: LoadBox) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const delivery = await lockPlanned(tx, actor, input.deliveryId, false);
    const box = await lockBox(tx, actor, input.code, "box");
    const { code } = box;
    if (box.deliveryId !== delivery.id) {
      if (box.deliveryId !== null) {
        const [other] = await tx.select().from(deliveries).where(eq(deliveries.id, box.deliveryId));
        refuse("box_with_delivery", { code, number: other!.number });
      }
      refuse("not_in_delivery", {
        code,
        item: await describeContents(tx, box.contents),
        number: delivery.number,
      });
    }
    if (box.loadedAt !== null) refuse("box_loaded_already", { code, number: delivery.number });
    await tx
      .update(boxes)
      .set({ loadedAt: sql`now()` })
      .where(eq(boxes.id, box.id));
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: box.id,
      kind: "box.load",
      fromAccount: box.accountId,
      toAccount: box.accountId,
      deliveryId: delivery.id,
      occurredAt: input.occurredAt,
    });
    return { result: { id: box.id }, organizationId: delivery.organizationId, subjectId: delivery.id };
  });
}
