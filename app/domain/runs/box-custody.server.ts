import { and, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boxes, type Tx } from "#db";
import type { BoxEventKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { recordEvents } from "../boxes/record-event.server.ts";
import { recordDepart, type Ride } from "../deliveries/send-boxes.server.ts";
import type { Where } from "../where.ts";
import type { Stop } from "./lock-run.server.ts";

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

/** The boxes of stops that a run leaves out, or of one called off, stay; those that were loaded are taken off again. */
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

/** What a run brings to a stop is at the door, or is handed over: to the receiver, or to the run that is planned next. */
export async function recordArrival(
  tx: Tx,
  actor: MemberActor,
  kind: "box.arrive" | "box.hand-on",
  load: readonly Box[],
  at: Date,
  { where, ...detail }: { runId: string; n: number; nextRunId: string | null; where: Where | null },
): Promise<void> {
  await record(tx, actor, kind, load, at, { ...detail, ...(where && { where }) });
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

/** SQL: that `e`, a row of `box_events`, is a box handed over at stop `n` of a run, and was not taken back. */
export const isHandedOn = (runId: SQL, n: SQL): SQL => sql`
  e.kind = 'box.hand-on' and e.detail->>'runId' = ${runId}::text and (e.detail->>'n')::int = ${n}
  and not exists (select from box_events u where u.box_id = e.box_id and u.undoes = e.id)`;

/** Those boxes of a delivery that were handed over at this stop already. */
export async function handedOnAt(tx: Tx, { runId, n, deliveryId }: Stop): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select e.box_id as id from box_events e
    where e.delivery_id = ${deliveryId}::uuid and ${isHandedOn(sql`${runId}`, sql`${n}::int`)}`);
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
