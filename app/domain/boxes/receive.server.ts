import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boxes, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { lineOf, lockOpenConsignment, startCounting } from "../consignments/lock-consignment.server.ts";
import { addToCount } from "../consignments/on-line.server.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { ReceiveBox } from "./schema.ts";
import { lockBlankLabels, stickLabels } from "./stick-labels.server.ts";

/**
 * Sticks a blank label on a box at the door: counted as a line of its consignment, or, without one, to be opened later.
 * Nothing is booked. Refuses a label that is none of ours, another emergency's, replaced, on something else or on a box
 * already (`box_already_received`), and a consignment that is closed.
 */
export async function receiveBox(actor: MemberActor, requestId: string, input: ReceiveBox) {
  return perform({ actor, action: "consignment.count", requestId, input }, async (tx) => {
    const consignment = await lockOpenConsignment(tx, actor, input.consignmentId);
    const { organizationId, responseId } = consignment;
    await lockBlankLabels(tx, actor, [input.code]);
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
    await stickLabels(tx, organizationId, [input.code], [id]);
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
