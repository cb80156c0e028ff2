import { and, inArray, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boxes, type Tx } from "#db";
import type { BoxEventKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { recordEvents } from "../boxes/record-event.server.ts";
import { recordDepart, type Ride } from "../deliveries/send-boxes.server.ts";

type Box = typeof boxes.$inferSelect;

/** The boxes of deliveries that another vehicle brought to a hand-over point leave it with this run. */
export async function departFromPoints(
  tx: Tx,
  actor: MemberActor,
  deliveryIds: readonly string[],
  ride: Ride,
): Promise<void> {
  const load = await boxesOf(tx, deliveryIds);
  for (const deliveryId of deliveryIds) {
    const ofOne = load.filter((box) => box.deliveryId === deliveryId);
    await recordDepart(tx, actor, deliveryId, ofOne.map(standing), ride);
  }
}

/** The boxes of stops that a run leaves out stay in the warehouse; those that were loaded are taken off again. */
export async function stayBehind(
  tx: Tx,
  actor: MemberActor,
  deliveryIds: readonly string[],
  { at, runId }: Ride,
): Promise<void> {
  const load = await boxesOf(tx, deliveryIds);
  if (load.length === 0) return;
  const ids = load.map(({ id }) => id);
  await tx.update(boxes).set({ loadedAt: null }).where(inArray(boxes.id, ids));
  await record(tx, actor, "box.leave-behind", load, at, { runId });
}

/** What a run brings to a stop is at the door, or goes on with the run that is planned next, when one is. */
export async function recordArrival(
  tx: Tx,
  actor: MemberActor,
  kind: "box.arrive" | "box.hand-on",
  load: readonly Box[],
  at: Date,
  detail: { runId: string; n: number; nextRunId: string | null },
): Promise<void> {
  await record(tx, actor, kind, load, at, detail);
}

/** The boxes that travel with deliveries, locked in one order. */
export async function boxesOf(tx: Tx, deliveryIds: readonly string[]): Promise<Box[]> {
  return tx
    .select()
    .from(boxes)
    .where(and(inArray(boxes.deliveryId, [...deliveryIds]), isNull(boxes.emptiedAt)))
    .orderBy(boxes.id)
    .for("update");
}

/** Those of them that were handed on at this stop already. */
export async function handedOnAt(tx: Tx, runId: string, n: number): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select box_id as id from box_events
    where kind = 'box.hand-on' and detail->>'runId' = ${runId} and (detail->>'n')::int = ${n}`);
  return new Set(rows.map(({ id }) => id));
}

/** The run that takes a delivery on from a hand-over point, when one is planned. */
export async function nextRunOf(tx: Tx, deliveryId: string, runId: string): Promise<string | null> {
  const [next] = await tx.execute<{ id: string }>(sql`
    select r.id from run_stops stop join runs r on r.id = stop.run_id
    where stop.delivery_id = ${deliveryId}::uuid and r.id > ${runId}::uuid and r.status <> 'cancelled'
    order by r.id limit 1`);
  return next?.id ?? null;
}

const standing = ({ id, accountId }: Box) => ({ id, from: accountId, to: accountId });

const record = (
  tx: Tx,
  actor: MemberActor,
  kind: BoxEventKind,
  load: readonly Box[],
  at: Date,
  detail: Record<string, unknown>,
): Promise<void> =>
  recordEvents(
    tx,
    actor,
    load.map((box) => ({
      id: uuidv7(),
      boxId: box.id,
      kind,
      fromAccount: box.accountId,
      toAccount: box.accountId,
      deliveryId: box.deliveryId,
      detail,
      occurredAt: at.toISOString(),
    })),
  );
