import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliveries, deliveryLines, deliveryPicks, type Tx, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { recordEvents } from "../boxes/record-event.server.ts";
import { notFound, refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import type { CancelDelivery } from "./schema.ts";
import { onTheRoad } from "./settle.ts";

/**
 * Calls a delivery off before it is confirmed: the goods go back to the very places they were picked from. What receipts
 * for parts took stays where it is.
 */
export async function cancelDelivery(actor: MemberActor, requestId: string, input: CancelDelivery) {
  return perform({ actor, action: "delivery.cancel", requestId, input }, async (tx) => {
    const now = new Date();
    const [delivery] = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, input.deliveryId), inArray(deliveries.organizationId, [...actor.reach])))
      .for("update");
    if (!delivery) return notFound("delivery");
    if (delivery.status === "cancelled") refuse("delivery_cancelled", {});
    if (delivery.status === "confirmed") refuse("stale", { what: "delivery" });
    await tx
      .update(deliveries)
      .set({ status: "cancelled", cancelledAt: now, cancelledReason: input.reason })
      .where(eq(deliveries.id, delivery.id));
    const boxes = await putBoxesBack(tx, actor, delivery.id, now);
    const [warehouse] = await tx.select().from(warehouses).where(eq(warehouses.id, delivery.warehouseId));
    const from = delivery.status === "planned" ? warehouse!.stagingAccountId : delivery.accountId;
    const { back, isPart } = await stillOnRoad(tx, delivery.id);
    if (back.length === 0) refuse("parts_complete", {});
    if (isPart) await voidBoxes(tx, actor, boxes, input.reason, now);
    await post(tx, actor, [
      {
        id: uuidv7(),
        kind: "delivery.cancel",
        organizationId: delivery.organizationId,
        responseId: delivery.responseId,
        occurredAt: now,
        document: { kind: "delivery", id: delivery.id },
        reason: input.reason,
        postings: back.map((picked) => ({ from, ...picked })),
      },
    ]);
    return { result: { id: delivery.id }, organizationId: delivery.organizationId, subjectId: delivery.id };
  });
}

/** Of each pick what no receipt for a part took, and where it came from; whether any part came at all. */
async function stillOnRoad(tx: Tx, deliveryId: string) {
  const lines = await tx.select().from(deliveryLines).where(eq(deliveryLines.deliveryId, deliveryId));
  const picks = await tx
    .select()
    .from(deliveryPicks)
    .where(eq(deliveryPicks.deliveryId, deliveryId))
    .orderBy(deliveryPicks.n);
  const back = lines.flatMap(({ n, quantity, partly, damaged }) => {
    const ofLine = picks.filter(({ lineN }) => lineN === n);
    const sent = ofLine.map((pick) => ({ ...pick, asset: pick.assetId }));
    const left = onTheRoad({ n, quantity, came: { good: partly, damaged: damaged ?? 0n }, picks: sent });
    return left.map(({ quantity: amount, valueFen }, i) => {
      const { fromAccount, assetId } = ofLine[i]!;
      return { to: fromAccount, asset: assetId, amount, valueFen };
    });
  });
  const isPart = lines.some(({ partly, damaged }) => partly + (damaged ?? 0n) > 0n);
  return { back: back.filter(({ amount }) => amount > 0n), isPart };
}

/** Boxes that were picked for it stand in their old places again, as their goods do. */
async function putBoxesBack(tx: Tx, actor: MemberActor, deliveryId: string, at: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string; from: string; to: string }>(sql`
    update boxes b set delivery_id = null, loaded_at = null, account_id = (
      select from_account from box_events e
      where e.box_id = b.id and e.delivery_id = b.delivery_id and e.kind = 'box.pick' order by e.seq desc limit 1)
    from boxes before
    where b.delivery_id = ${deliveryId} and before.id = b.id
    returning b.id, before.account_id::text as from, b.account_id::text as to`);
  await recordEvents(
    tx,
    actor,
    rows.map(({ id, from, to }) => ({
      id: uuidv7(),
      boxId: id,
      kind: "box.leave-behind",
      fromAccount: BigInt(from),
      toAccount: BigInt(to),
      deliveryId,
      occurredAt: at.toISOString(),
    })),
  );
  return rows.map(({ id }) => id);
}

/**
 * Which boxes came with a part nobody knows: what goes back stands loose. A box that is really there again can have its
 * label back, by undoing this.
 */
async function voidBoxes(
  tx: Tx,
  actor: MemberActor,
  ids: readonly string[],
  reason: string,
  at: Date,
): Promise<void> {
  const these = sql`any(${sql.param([...ids])}::uuid[])`;
  const held = await tx.execute<{
    id: string;
    account: string;
    palletId: string | null;
    contents: object[];
  }>(sql`
    select b.id, b.account_id::text as account, b.pallet_id as "palletId",
           jsonb_agg(jsonb_build_object('asset', c.asset_id::text, 'quantity', c.quantity::text)) as contents
    from boxes b join box_contents c on c.box_id = b.id where b.id = ${these} group by b.id`);
  await tx.execute(sql`delete from box_contents where box_id = ${these}`);
  const emptied = sql`any(${sql.param(held.map(({ id }) => id))}::uuid[])`;
  await tx.execute(sql`
    update boxes set emptied_at = ${at.toISOString()}::timestamptz, pallet_id = null where id = ${emptied}`);
  await recordEvents(
    tx,
    actor,
    held.map(({ id, account, palletId, contents }) => ({
      id: uuidv7(),
      boxId: id,
      kind: "box.empty",
      fromAccount: BigInt(account),
      toAccount: BigInt(account),
      detail: { contents, palletId, reason },
      occurredAt: at.toISOString(),
    })),
  );
}
