import { and, eq, sql } from "drizzle-orm";
import { boxes, consignmentRefusals, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { recordEvent } from "../boxes/record-event.server.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockOpenConsignment } from "./lock-consignment.server.ts";
import type { AcceptGoods } from "./schema.ts";

/** Takes a refusal back before the consignment is in the books; a box that was refused is where it was before. */
export async function acceptGoods(actor: MemberActor, requestId: string, input: AcceptGoods) {
  return perform({ actor, action: "consignment.count", requestId, input }, async (tx) => {
    const { id, organizationId } = await lockOpenConsignment(tx, actor, input.consignmentId);
    const [gone] = await tx
      .delete(consignmentRefusals)
      .where(and(eq(consignmentRefusals.id, input.refusalId), eq(consignmentRefusals.consignmentId, id)))
      .returning({ id: consignmentRefusals.id });
    if (!gone) return notFound("refusal");
    await putBoxBack(tx, actor, requestId, gone.id);
    return { result: { id }, organizationId, subjectId: id };
  });
}

async function putBoxBack(tx: Tx, actor: MemberActor, requestId: string, eventId: string): Promise<void> {
  const [event] = await tx.execute<{ box: string; from: string; to: string }>(sql`
    select e.box_id as box, e.from_account::text as from, e.to_account::text as to from box_events e
    where e.id = ${eventId}`);
  if (!event) return;
  await tx
    .update(boxes)
    .set({ accountId: BigInt(event.from), emptiedAt: null })
    .where(eq(boxes.id, event.box));
  await recordEvent(tx, actor, {
    id: requestId,
    boxId: event.box,
    kind: "box.undo",
    undoes: eventId,
    fromAccount: BigInt(event.to),
    toAccount: BigInt(event.from),
    occurredAt: null,
  });
}
