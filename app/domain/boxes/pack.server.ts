import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { balances, boxContents, boxes, items, sourceLots, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { insertRows } from "../insert-rows.server.ts";
import { mintLabels } from "../labels/mint.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { boxedIn, looseOf } from "./loose.server.ts";
import { recordEvents } from "./record-event.server.ts";
import type { PackBoxes } from "./schema.ts";
import { lockBlankLabels, stickLabels } from "./stick-labels.server.ts";

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
    await recordEvents(
      tx,
      actor,
      made.map(({ id: boxId }, i) => ({
        id: uuidv7(),
        boxId,
        kind: "box.pack",
        toAccount: account,
        detail: { code: codes[i], assetId: input.assetId, quantity: `${input.quantity}` },
        occurredAt: null,
      })),
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
  return looseOf(held?.amount ?? 0n, await boxedIn(tx, account, asset));
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
  await lockBlankLabels(tx, actor, codes);
  await stickLabels(tx, organizationId, codes, boxIds);
  return [...codes];
}
