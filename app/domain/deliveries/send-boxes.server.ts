import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boxes, type deliveries, labels, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { recordEvents } from "../boxes/record-event.server.ts";
import { refuse } from "../errors.ts";

type Delivery = typeof deliveries.$inferSelect;

/** When and with which run something travels; `runId` is null where nobody wrote down with which vehicle. */
export interface Ride {
  at: Date;
  runId: string | null;
}

/**
 * The step: a delivery's boxes go with it. None is left behind unnoticed once one of them was scanned onto the vehicle
 * (`boxes_not_loaded`).
 */
export async function sendBoxes(
  tx: Tx,
  actor: MemberActor,
  { id, number, accountId }: Delivery,
  ride: Ride,
): Promise<void> {
  const sent = await tx
    .update(boxes)
    .set({ accountId })
    .where(eq(boxes.deliveryId, id))
    .returning({
      id: boxes.id,
      loadedAt: boxes.loadedAt,
      staging: sql<string>`(select staging_account_id::text from warehouses where id = ${boxes.warehouseId})`,
    });
  if (sent.length === 0) return;
  const left = sent.filter(({ loadedAt }) => loadedAt === null).map((box) => box.id);
  const loaded = sent.length - left.length;
  if (loaded > 0 && left.length > 0) {
    refuse("boxes_not_loaded", { number, codes: await codesOf(tx, left), loaded });
  }
  await recordDepart(
    tx,
    actor,
    id,
    sent.map((box) => ({ id: box.id, from: BigInt(box.staging), to: accountId })),
    ride,
  );
}

/** Boxes leave on a vehicle: from the warehouse, or from a hand-over point with the next one. */
export async function recordDepart(
  tx: Tx,
  actor: MemberActor,
  deliveryId: string,
  load: readonly { id: string; from: bigint; to: bigint }[],
  { at, runId }: Ride,
): Promise<void> {
  await recordEvents(
    tx,
    actor,
    load.map(({ id, from, to }) => ({
      id: uuidv7(),
      boxId: id,
      kind: "box.depart",
      fromAccount: from,
      toAccount: to,
      deliveryId,
      detail: { runId },
      occurredAt: at.toISOString(),
    })),
  );
}

async function codesOf(tx: Tx, boxIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ code: labels.code })
    .from(labels)
    .where(and(inArray(labels.boxId, [...boxIds]), isNull(labels.revokedAt)))
    .orderBy(labels.code);
  return rows.map(({ code }) => code);
}
