import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { boxContents, boxes, boxEvents, consignmentLines, consignments, labels, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { lockPlanned } from "../deliveries/lock-planned.server.ts";
import { notFound, refuse } from "../errors.ts";
import { reverseAll } from "../ledger/reverse.server.ts";
import { perform } from "../perform.server.ts";
import { markTaken, takeOut } from "./pick.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { UndoBoxEvent } from "./schema.ts";

type Box = typeof boxes.$inferSelect;
type Event = typeof boxEvents.$inferSelect;

/** Takes back the last thing that was done with a box: it stands where it stood, and the books with it. */
export async function undoBoxEvent(actor: MemberActor, requestId: string, input: UndoBoxEvent) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const { box, event } = await lockLast(tx, actor, input.eventId);
    const way = waysBack[event.kind] ?? refuse("cannot_undo", { kind: event.kind });
    await way(tx, actor, box, event);
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: box.id,
      kind: "box.undo",
      undoes: event.id,
      fromAccount: event.toAccount ?? undefined,
      toAccount: event.fromAccount ?? undefined,
      deliveryId: event.deliveryId,
      occurredAt: input.occurredAt,
    });
    return { result: { id: box.id }, organizationId: box.organizationId, subjectId: box.id };
  });
}

async function lockLast(tx: Tx, actor: MemberActor, eventId: string): Promise<{ box: Box; event: Event }> {
  const [event] = await tx.select().from(boxEvents).where(eq(boxEvents.id, eventId));
  if (!event) return notFound("event");
  // A delivery is locked before its boxes, as picking does.
  if (event.deliveryId !== null) await lockPlanned(tx, actor, event.deliveryId, event.kind === "box.pick");
  const [box] = await tx
    .select()
    .from(boxes)
    .where(and(eq(boxes.id, event.boxId), inArray(boxes.organizationId, [...actor.reach])))
    .for("update");
  if (!box) return notFound("event");
  const [later] = await tx
    .select({ kind: boxEvents.kind })
    .from(boxEvents)
    .where(and(eq(boxEvents.boxId, box.id), gt(boxEvents.seq, event.seq)))
    .orderBy(desc(boxEvents.seq))
    .limit(1);
  if (later && later.kind !== "label.replace") refuse("cannot_undo", { kind: event.kind });
  return { box, event };
}

type WayBack = (tx: Tx, actor: MemberActor, box: Box, event: Event) => Promise<void>;

const waysBack: Partial<Record<Event["kind"], WayBack>> = {
  "box.receive": takeLabelOff,
  "box.move": moveBack,
  "box.nest": async (tx, _actor, box, { detail }) => {
    const { before } = Nested.parse(detail);
    await tx.update(boxes).set({ palletId: before }).where(eq(boxes.id, box.id));
  },
  "box.pick": putBackOnShelf,
  "box.load": async (tx, _actor, box) => {
    await tx.update(boxes).set({ loadedAt: null }).where(eq(boxes.id, box.id));
  },
};

const Nested = z.object({ before: z.uuid().nullable() });
const Moved = z.object({
  entries: z.array(z.uuid()),
  boxes: z.array(z.object({ id: z.uuid(), from: z.string() })),
  palletId: z.uuid().nullable(),
});
const Picked = z.object({
  whole: z.boolean(),
  palletId: z.uuid().nullable(),
  taken: z.array(z.object({ n: z.number(), asset: z.string(), quantity: z.string() })),
});

/** The label is blank again, and the consignment has one box less; not once it is in the books. */
async function takeLabelOff(tx: Tx, _actor: MemberActor, box: Box, event: Event): Promise<void> {
  const [consignment] = await tx
    .select()
    .from(consignments)
    .where(eq(consignments.id, box.consignmentId!))
    .for("update");
  const [content] = await tx.select().from(boxContents).where(eq(boxContents.boxId, box.id)).limit(1);
  if (consignment?.status !== "counting" || content) refuse("cannot_undo", { kind: event.kind });
  if (box.consignmentLine !== null && box.counted !== null) {
    await tx
      .update(consignmentLines)
      .set({ counted: sql`${consignmentLines.counted} - ${`${box.counted}`}::bigint` })
      .where(
        and(eq(consignmentLines.consignmentId, consignment.id), eq(consignmentLines.n, box.consignmentLine)),
      );
  }
  await tx.update(labels).set({ boxId: null }).where(eq(labels.boxId, box.id));
  await tx
    .update(boxes)
    .set({ emptiedAt: sql`now()`, consignmentId: null, consignmentLine: null, counted: null })
    .where(eq(boxes.id, box.id));
}

async function moveBack(tx: Tx, actor: MemberActor, box: Box, { detail }: Event): Promise<void> {
  const { success, data: moved } = Moved.safeParse(detail);
  // What was refused at the door is accepted again there, not here.
  if (!success) return refuse("cannot_undo", { kind: "box.move" });
  if (moved.entries.length > 0) await reverseAll(tx, actor, moved.entries, "box.undo", new Date());
  for (const { id, from } of moved.boxes) {
    await tx
      .update(boxes)
      .set({ accountId: BigInt(from) })
      .where(eq(boxes.id, id));
  }
  await tx.update(boxes).set({ palletId: moved.palletId }).where(eq(boxes.id, box.id));
}

async function putBackOnShelf(tx: Tx, _actor: MemberActor, box: Box, event: Event): Promise<void> {
  const { whole, palletId, taken } = Picked.parse(event.detail);
  const parts = taken.map(({ n, asset, quantity }) => ({
    n,
    asset: BigInt(asset),
    quantity: BigInt(quantity),
  }));
  for (const part of parts) await markTaken(tx, event.deliveryId!, part, -1n);
  if (!whole) return takeOut(tx, box.id, parts, 1n);
  await tx
    .update(boxes)
    .set({ deliveryId: null, loadedAt: null, accountId: event.fromAccount!, palletId })
    .where(eq(boxes.id, box.id));
}
