import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boxes, consignments, labels, type Tx, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { lineOf, lockOpenConsignment, startCounting } from "../consignments/lock-consignment.server.ts";
import { addToCount } from "../consignments/on-line.server.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { liveLabel } from "./lock-box.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { ReceiveBox } from "./schema.ts";

/**
 * Sticks a blank label on a box at the door: counted as a line of its consignment, or, without one, to be opened later.
 * Nothing is booked. Refuses a label that is none of ours, another emergency's, replaced, on something else or on a box
 * already (`box_already_received`), and a consignment that is closed.
 */
export async function receiveBox(actor: MemberActor, requestId: string, input: ReceiveBox) {
  return perform({ actor, action: "consignment.count", requestId, input }, async (tx) => {
    const consignment = await lockOpenConsignment(tx, actor, input.consignmentId);
    const { organizationId, responseId } = consignment;
    await lockBlankLabel(tx, actor, input.code);
    if (input.line !== null) await lineOf(tx, consignment.id, input.line);
    if (input.quantity === 0n) refuse("invalid", { fields: { quantity: "not_positive" } });
    const [warehouse] = await tx.select().from(warehouses).where(eq(warehouses.id, consignment.warehouseId));
    await startCounting(tx, actor, consignment);
    const id = uuidv7();
    await tx.insert(boxes).values({
      id,
      organizationId,
      responseId,
      warehouseId: consignment.warehouseId,
      kind: input.kind,
      accountId: warehouse!.dockAccountId,
      consignmentId: consignment.id,
      consignmentLine: input.line,
      counted: input.quantity,
      note: input.note,
      weightGrams: input.weightGrams,
    });
    await tx.update(labels).set({ boxId: id }).where(eq(labels.code, input.code));
    if (input.line !== null) await addToCount(tx, consignment.id, input.line, input.quantity!);
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: id,
      kind: "box.receive",
      toAccount: warehouse!.dockAccountId,
      detail: {
        code: input.code,
        consignmentId: consignment.id,
        line: input.line,
        quantity: input.quantity === null ? null : `${input.quantity}`,
      },
      occurredAt: input.occurredAt,
    });
    return { result: { id, code: input.code }, organizationId, subjectId: id };
  });
}

/** A label that counts and is on nothing yet; nobody else can stick it on a box before this is written. */
async function lockBlankLabel(tx: Tx, actor: MemberActor, code: string): Promise<void> {
  await tx.select().from(labels).where(eq(labels.code, code)).for("update");
  const { boxId, binId, assetId } = await liveLabel(tx, actor, code);
  if (boxId !== null) return refuseTwice(tx, code, boxId);
  if (binId !== null) refuse("label_not_blank", { code, kind: "bin" });
  if (assetId !== null) refuse("label_not_blank", { code, kind: "lot" });
}

async function refuseTwice(tx: Tx, code: string, boxId: string): Promise<never> {
  const [box] = await tx
    .select({ at: boxes.createdAt, number: consignments.number })
    .from(boxes)
    .leftJoin(consignments, eq(consignments.id, boxes.consignmentId))
    .where(eq(boxes.id, boxId));
  if (!box) return notFound("box");
  return refuse("box_already_received", { code, at: box.at.toISOString(), number: box.number ?? "" });
}
