import { and, eq } from "drizzle-orm";
import { boxes, boxEvents, consignmentRefusals, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { recordEvent } from "../boxes/record-event.server.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockOpenConsignment } from "./lock-consignment.server.ts";
import type { AcceptGoods } from "./schema.ts";

/**
 * Takes a refusal back before the consignment is in the books; a box that was refused is where it was before, unless
 * somebody has moved it since.
 */
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
  const [event] = await tx.select().from(boxEvents).where(eq(boxEvents.id, eventId));
  if (!event) return;
  const [box] = await tx.select().from(boxes).where(eq(boxes.id, event.boxId)).for("update");
  const { accountId } = box!;
  const toAccount = accountId === event.toAccount ? event.fromAccount! : accountId;
  await tx.update(boxes).set({ accountId: toAccount, emptiedAt: null }).where(eq(boxes.id, event.boxId));
  await recordEvent(tx, actor, {
    id: requestId,
    boxId: event.boxId,
    kind: "box.undo",
    undoes: eventId,
    fromAccount: accountId,
    toAccount,
    occurredAt: null,
  });
}
