import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { balances, boxContents, boxes, items, labels, sourceLots, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { insertRows } from "../insert-rows.server.ts";
import { mintLabels } from "../labels/mint.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { liveLabel } from "./lock-box.server.ts";
import type { PackBoxes } from "./schema.ts";

/**
 * Labels goods that stand loose in a place as so many boxes of `quantity` base units each. The goods stay where they
 * are. Answers the boxes' codes in order: the blank labels that were named, or new ones to print.
 */
export async function packBoxes(actor: MemberActor, requestId: string, input: PackBoxes) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const asset = BigInt(input.assetId);
    const account = BigInt(input.accountId);
    const item = await itemStanding(tx, warehouse.id, asset, account);
    const loose = await lockLoose(tx, account, asset);
    const wanted = BigInt(input.boxes) * input.quantity;
    if (loose < wanted) {
      refuse("insufficient_stock", { ...item, wanted: `${wanted}`, available: `${loose}` });
    }
    const made = Array.from({ length: input.boxes }, () => ({
      id: uuidv7(),
      organizationId: warehouse.organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      kind: "box" as const,
      accountId: account,
    }));
    await insertRows(tx, boxes, made);
    await insertRows(
      tx,
      boxContents,
      made.map(({ id: boxId }) => ({ boxId, assetId: asset, quantity: input.quantity })),
    );
    const codes = await labelBoxes(
      tx,
      actor,
      warehouse.organizationId,
      input,
      made.map(({ id }) => id),
    );
    return { result: { codes }, organizationId: warehouse.organizationId, subjectId: warehouse.id };
  });
}

/** The item of a lot that stands at the dock, in a bin or in quarantine of a warehouse. */
async function itemStanding(tx: Tx, warehouseId: string, asset: bigint, account: bigint) {
  const [item] = await tx
    .select({ item: items.name, unit: items.baseUnit })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(
      and(
        eq(sourceLots.assetId, asset),
        sql`exists (
          select from warehouses w left join bins b on b.warehouse_id = w.id
          where w.id = ${warehouseId} and ${`${account}`}::bigint in (w.dock_account_id, w.quarantine_account_id, b.account_id))`,
      ),
    );
  return item ?? notFound("lot");
}

/** What stands in a place outside its boxes, in base units; locked until commit. */
async function lockLoose(tx: Tx, account: bigint, asset: bigint): Promise<bigint> {
  const [held] = await tx
    .select()
    .from(balances)
    .where(and(eq(balances.accountId, account), eq(balances.assetId, asset)))
    .for("update");
  const [boxed] = await tx
    .select({ sum: sql<string>`coalesce(sum(${boxContents.quantity}), 0)` })
    .from(boxContents)
    .innerJoin(boxes, eq(boxes.id, boxContents.boxId))
    .where(
      and(
        eq(boxContents.assetId, asset),
        eq(boxes.accountId, account),
        isNull(boxes.deliveryId),
        isNull(boxes.transferId),
        isNull(boxes.emptiedAt),
      ),
    );
  const loose = (held?.amount ?? 0n) - BigInt(boxed?.sum ?? 0);
  return loose > 0n ? loose : 0n;
}

async function labelBoxes(
  tx: Tx,
  actor: MemberActor,
  organizationId: string,
  { codes, boxes: count }: PackBoxes,
  boxIds: readonly string[],
): Promise<string[]> {
  if (codes.length === 0) {
    return mintLabels(
      tx,
      { organizationId, responseId: actor.responseId },
      boxIds.map((boxId) => ({ boxId })),
    );
  }
  if (codes.length !== count || new Set(codes).size !== count) {
    refuse("invalid", { fields: { codes: "codes_for_each_box" } });
  }
  for (const [i, code] of codes.entries()) {
    const label = await liveLabel(tx, actor, code);
    if (label.boxId !== null) refuse("label_of_another_kind", { code, kind: "box" });
    if (label.binId !== null) refuse("label_of_another_kind", { code, kind: "bin" });
    if (label.assetId !== null) refuse("label_of_another_kind", { code, kind: "lot" });
    await tx.update(labels).set({ boxId: boxIds[i]! }).where(eq(labels.code, code));
  }
  return [...codes];
}
