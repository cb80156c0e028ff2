import { and, eq, sql } from "drizzle-orm";
import { boxContents, boxes, deliveries, deliveryPicks, items, sourceLots, type Tx, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { lockPlanned } from "../deliveries/lock-planned.server.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockBox, type LockedBox } from "./lock-box.server.ts";
import { placeName } from "./place-name.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { PickBox } from "./schema.ts";

interface Taken {
  n: number;
  asset: bigint;
  quantity: bigint;
}

/**
 * Takes a box off the shelf for a delivery, whole, or so many base units out of it. The goods were set aside when the
 * delivery was made, so nothing moves in the books; what is wrong with the box is refused before anything changes.
 */
export async function pickBox(actor: MemberActor, requestId: string, input: PickBox) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const delivery = await lockPlanned(tx, actor, input.deliveryId, true);
    const box = await lockBox(tx, actor, input.code, "box");
    await mustBeOnShelf(tx, box, delivery.id, delivery.number);
    const taken = await fitToPicks(tx, delivery, box, input.quantity);
    for (const part of taken) await markTaken(tx, delivery.id, part, 1n);
    const whole = input.quantity === null || input.quantity === box.contents[0]?.quantity;
    const stagingAccount = await stagingOf(tx, delivery.warehouseId);
    if (whole) {
      await tx
        .update(boxes)
        .set({ deliveryId: delivery.id, accountId: stagingAccount, palletId: null })
        .where(eq(boxes.id, box.id));
    } else {
      await takeOut(tx, box.id, taken, -1n);
    }
    await tx
      .update(deliveries)
      .set({ pickingSince: sql`coalesce(${deliveries.pickingSince}, now())` })
      .where(eq(deliveries.id, delivery.id));
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: box.id,
      kind: "box.pick",
      fromAccount: box.accountId,
      toAccount: stagingAccount,
      deliveryId: delivery.id,
      detail: {
        whole,
        palletId: box.palletId,
        taken: taken.map(({ n, asset, quantity }) => ({ n, asset: `${asset}`, quantity: `${quantity}` })),
      },
      occurredAt: input.occurredAt,
    });
    return { result: { id: box.id, whole }, organizationId: delivery.organizationId, subjectId: delivery.id };
  });
}

async function mustBeOnShelf(tx: Tx, box: LockedBox, deliveryId: string, number: string): Promise<void> {
  const { code } = box;
  if (box.deliveryId === deliveryId) refuse("box_picked_already", { code, number });
  if (box.deliveryId !== null) {
    const [other] = await tx.select().from(deliveries).where(eq(deliveries.id, box.deliveryId));
    refuse("box_with_delivery", { code, number: other!.number });
  }
  if (box.contents.length === 0) refuse("box_unclassified", { code });
}

/** Which of the delivery's picks the box fulfils; refuses what it does not ask for, or asks for from elsewhere. */
async function fitToPicks(
  tx: Tx,
  delivery: typeof deliveries.$inferSelect,
  box: LockedBox,
  wanted: bigint | null,
): Promise<Taken[]> {
  const picks = await tx
    .select()
    .from(deliveryPicks)
    .where(eq(deliveryPicks.deliveryId, delivery.id))
    .orderBy(deliveryPicks.n)
    .for("update");
  const taken: Taken[] = [];
  for (const content of box.contents) {
    const ofLot = picks.filter(({ assetId }) => assetId === content.asset);
    const item = await itemOf(tx, content.asset);
    if (ofLot.length === 0) {
      refuse("not_in_delivery", { code: box.code, item: item.name, number: delivery.number });
    }
    const here = ofLot.filter(({ fromAccount }) => fromAccount === box.accountId);
    if (here.length === 0) {
      const [place, elsewhere] = await Promise.all([
        placeName(tx, box.accountId),
        placeName(tx, ofLot[0]!.fromAccount),
      ]);
      refuse("box_elsewhere", { code: box.code, place, wanted: elsewhere });
    }
    let left = wanted ?? content.quantity;
    const available = here.reduce((sum, { quantity, picked }) => sum + quantity - picked, 0n);
    if (left > available || left > content.quantity) {
      const most = available < content.quantity ? available : content.quantity;
      refuse("more_than_left", { item: item.name, unit: item.unit, wanted: `${left}`, left: `${most}` });
    }
    for (const { n, quantity, picked } of here) {
      const part = left < quantity - picked ? left : quantity - picked;
      if (part > 0n) taken.push({ n, asset: content.asset, quantity: part });
      left -= part;
    }
  }
  return taken;
}

async function itemOf(tx: Tx, asset: bigint): Promise<{ name: string; unit: string }> {
  const [item] = await tx
    .select({ name: items.name, unit: items.baseUnit })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(eq(sourceLots.assetId, asset));
  return item!;
}

/** Counts a part as taken off the shelf (sign 1), or as put back (−1). */
export async function markTaken(tx: Tx, deliveryId: string, part: Taken, sign: bigint): Promise<void> {
  await tx
    .update(deliveryPicks)
    .set({ picked: sql`${deliveryPicks.picked} + ${`${sign * part.quantity}`}::bigint` })
    .where(and(eq(deliveryPicks.deliveryId, deliveryId), eq(deliveryPicks.n, part.n)));
}

/** Takes parts out of a box (sign −1), or puts them back (1). */
export async function takeOut(tx: Tx, boxId: string, parts: readonly Taken[], sign: bigint): Promise<void> {
  for (const { asset, quantity } of parts) {
    await tx
      .update(boxContents)
      .set({ quantity: sql`${boxContents.quantity} + ${`${sign * quantity}`}::bigint` })
      .where(and(eq(boxContents.boxId, boxId), eq(boxContents.assetId, asset)));
  }
}

async function stagingOf(tx: Tx, warehouseId: string): Promise<bigint> {
  const [warehouse] = await tx.select().from(warehouses).where(eq(warehouses.id, warehouseId));
  return warehouse!.stagingAccountId;
}
