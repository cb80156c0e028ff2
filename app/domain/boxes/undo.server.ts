import { and, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { boxContents, boxes, boxEvents, consignments, deliveries, labels, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { addToCount } from "../consignments/on-line.server.ts";
import { lockPlanned } from "../deliveries/lock-planned.server.ts";
import { notFound, refuse } from "../errors.ts";
import { reverseAll } from "../ledger/reverse.server.ts";
import { perform } from "../perform.server.ts";
import { lockRun } from "../runs/lock-run.server.ts";
import { may } from "../permissions.ts";
import { markTaken, takeOut } from "./pick.server.ts";
import { recordEvent, recordWith } from "./record-event.server.ts";
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
      // What is taken back on the road is still with that run.
      detail: event.kind === "box.hand-on" ? HandedOn.parse(event.detail) : {},
      occurredAt: input.occurredAt,
    });
    return { result: { id: box.id }, organizationId: box.organizationId, subjectId: box.id };
  });
}

async function lockLast(tx: Tx, actor: MemberActor, eventId: string): Promise<{ box: Box; event: Event }> {
  const [event] = await tx.select().from(boxEvents).where(eq(boxEvents.id, eventId));
  if (!event) return notFound("event");
  // A run and a delivery are locked before the boxes, as driving and picking do.
  if (event.kind === "box.hand-on") await lockRun(tx, actor, HandedOn.parse(event.detail).runId, "on_road");
  else if (event.deliveryId !== null) {
    await lockPlanned(tx, actor, event.deliveryId, event.kind === "box.pick");
  }
  const [box] = await tx
    .select()
    .from(boxes)
    .where(and(eq(boxes.id, event.boxId), inArray(boxes.organizationId, [...actor.reach])))
    .for("update");
  if (!box) return notFound("event");
  const [later] = await tx
    .select({ id: boxEvents.id })
    .from(boxEvents)
    .where(
      and(
        eq(boxEvents.boxId, box.id),
        gt(boxEvents.seq, event.seq),
        // A new label says nothing about where the box is or what is in it; what a pallet did is taken back there.
        ne(boxEvents.kind, "label.replace"),
        sql`not ${boxEvents.detail} ? 'with'`,
      ),
    )
    .limit(1);
  if (later) refuse("cannot_undo", { kind: event.kind });
  return { box, event };
}

type WayBack = (tx: Tx, actor: MemberActor, box: Box, event: Event) => Promise<void>;

const waysBack: Partial<Record<Event["kind"], WayBack>> = {
  "box.receive": takeLabelOff,
  "box.move": moveBack,
  "box.nest": async (tx, _actor, box, { detail }) => {
    const { before } = Nested.parse(detail);
    const palletId = await ifStillAt(tx, before, box.accountId);
    await tx.update(boxes).set({ palletId }).where(eq(boxes.id, box.id));
  },
  "box.pick": putBackOnShelf,
  "box.load": async (tx, _actor, box) => {
    await tx.update(boxes).set({ loadedAt: null }).where(eq(boxes.id, box.id));
  },
  "box.empty": fillAgain,
  "box.hand-on": mustBeOnRoad,
};

const HandedOn = z.object({ runId: z.uuid() });

const Nested = z.object({ before: z.uuid().nullable() });
const Moved = z.object({
  entries: z.array(z.uuid()),
  boxes: z.array(z.object({ id: z.uuid(), from: z.string() })),
  palletId: z.uuid().nullable(),
});
const Emptied = z.object({
  contents: z.array(z.object({ asset: z.string(), quantity: z.string() })),
  palletId: z.uuid().nullable(),
});
const Picked = z.object({
  whole: z.boolean(),
  palletId: z.uuid().nullable(),
  taken: z.array(z.object({ n: z.number(), asset: z.string(), quantity: z.string() })),
});

/** A pallet a box was lifted off, or null when it has gone elsewhere since. */
async function ifStillAt(tx: Tx, palletId: string | null, account: bigint): Promise<string | null> {
  if (palletId === null) return null;
  const [pallet] = await tx
    .select({ id: boxes.id })
    .from(boxes)
    .where(and(eq(boxes.id, palletId), eq(boxes.accountId, account), isNull(boxes.emptiedAt)));
  return pallet?.id ?? null;
}

/** The label is blank again, and the consignment has one box less; not once it is in the books. */
async function takeLabelOff(tx: Tx, actor: MemberActor, box: Box, event: Event): Promise<void> {
  if (!may(actor, "consignment.count")) refuse("forbidden", { action: "consignment.count" });
  const [consignment] = await tx
    .select()
    .from(consignments)
    .where(eq(consignments.id, box.consignmentId!))
    .for("update");
  const [content] = await tx.select().from(boxContents).where(eq(boxContents.boxId, box.id)).limit(1);
  const [stacked] = await tx.select().from(boxes).where(eq(boxes.palletId, box.id)).limit(1);
  if (consignment?.status !== "counting" || content || stacked) refuse("cannot_undo", { kind: event.kind });
  if (box.consignmentLine !== null && box.counted !== null) {
    await addToCount(tx, consignment.id, box.consignmentLine, -box.counted);
  }
  await tx.update(labels).set({ boxId: null }).where(eq(labels.boxId, box.id));
  await tx
    .update(boxes)
    .set({ emptiedAt: sql`now()`, consignmentId: null, consignmentLine: null, counted: null })
    .where(eq(boxes.id, box.id));
}

async function moveBack(tx: Tx, actor: MemberActor, box: Box, event: Event): Promise<void> {
  const { success, data: moved } = Moved.safeParse(event.detail);
  // What was refused at the door is accepted again there, not here.
  if (!success || !(await standsAsMoved(tx, event, moved))) {
    return refuse("cannot_undo", { kind: event.kind });
  }
  if (moved.entries.length > 0) await reverseAll(tx, actor, moved.entries, "box.undo", new Date());
  for (const { id, from } of moved.boxes) {
    await tx
      .update(boxes)
      .set({ accountId: BigInt(from) })
      .where(eq(boxes.id, id));
  }
  const palletId = await ifStillAt(tx, moved.palletId, event.fromAccount!);
  await tx.update(boxes).set({ palletId }).where(eq(boxes.id, box.id));
  await recordWith(
    tx,
    actor,
    { event: event.id, kind: "box.undo", occurredAt: null },
    moved.boxes
      .filter(({ id }) => id !== box.id)
      .map(({ id, from }) => ({ id, from: event.toAccount!, to: BigInt(from) })),
  );
}

/**
 * Whether a load is as its move left it: no box of it was touched since, none was put on the pallet, and in them is
 * what the books moved. A box counted at the door is filled without an event of its own when its consignment is received.
 */
async function standsAsMoved(
  tx: Tx,
  { seq, toAccount }: Event,
  { boxes: load, entries }: z.output<typeof Moved>,
): Promise<boolean> {
  const ids = sql.param(load.map(({ id }) => id));
  const carried = sql.param(load.filter(({ from }) => from !== `${toAccount}`).map(({ id }) => id));
  await tx.execute(sql`select from boxes where id = any(${ids}::uuid[]) order by id for update`);
  const [row] = await tx.execute<{ changed: boolean }>(sql`
    select exists (select from box_events
                   where box_id = any(${ids}::uuid[]) and seq > ${seq} and kind <> 'label.replace')
        or exists (select from boxes where pallet_id = any(${ids}::uuid[]) and id <> all(${ids}::uuid[]))
        or exists (
          select from (
            select asset_id, quantity from box_contents where box_id = any(${carried}::uuid[])
            union all
            select asset_id, -amount from postings where entry_id = any(${sql.param(entries)}::uuid[])
          ) part group by asset_id having sum(quantity) <> 0) as changed`);
  return row?.changed === false;
}

/** What was in it is in it again, as long as it still stands there loose (`boxes_hold_it`). */
async function fillAgain(tx: Tx, _actor: MemberActor, box: Box, event: Event): Promise<void> {
  const { success, data: emptied } = Emptied.safeParse(event.detail);
  // What was sent back at the door is accepted again there, not here.
  if (!success) return refuse("cannot_undo", { kind: event.kind });
  const palletId = await ifStillAt(tx, emptied.palletId, box.accountId);
  await tx.update(boxes).set({ emptiedAt: null, palletId }).where(eq(boxes.id, box.id));
  await tx.insert(boxContents).values(
    emptied.contents.map(({ asset, quantity }) => ({
      boxId: box.id,
      assetId: BigInt(asset),
      quantity: BigInt(quantity),
    })),
  );
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
  const accountId = event.fromAccount!;
  await tx
    .update(boxes)
    .set({ deliveryId: null, loadedAt: null, accountId, palletId: await ifStillAt(tx, palletId, accountId) })
    .where(eq(boxes.id, box.id));
}

/** Nothing but its custody changed; what was signed for meanwhile stays so (`stale`). */
async function mustBeOnRoad(tx: Tx, _actor: MemberActor, _box: Box, event: Event): Promise<void> {
  const [delivery] = await tx
    .select({ status: deliveries.status })
    .from(deliveries)
    .where(eq(deliveries.id, event.deliveryId!));
  if (delivery?.status !== "dispatched") refuse("stale", { what: "delivery" });
}
