import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { balances, bins, items, sourceLots, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { documentOf } from "../ledger/document-of.ts";
import { post } from "../ledger/post.server.ts";
import { shareOfValue } from "../money.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import type { MoveStock } from "./schema.ts";

/**
 * Takes loose goods of one lot to another place of their warehouse: a bin, the dock, or quarantine and out of it again,
 * each with a reason. Expired goods stay in quarantine (`lot_expired_at_intake`) until they are written off; goods in
 * labelled boxes go with their boxes (`boxes_hold_it`).
 */
export async function moveStock(actor: MemberActor, requestId: string, input: MoveStock) {
  return perform({ actor, action: "stock.move", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const places = await placesOf(tx, warehouse);
    const to = places.get(input.to) ?? notFound("bin");
    const from = BigInt(input.fromAccount);
    if (![...places.values()].includes(from)) return notFound("lot");
    const asset = BigInt(input.assetId);
    const lot = await lotOf(tx, warehouse, asset);
    if (from === to) refuse("invalid", { fields: { to: "stands_there" } });
    const held = warehouse.quarantineAccountId;
    if ((from === held || to === held) && input.reason === null) {
      refuse("invalid", { fields: { reason: "reason_required" } });
    }
    if (from === held && lot.expiresOn !== null && lot.expiresOn < todayInShanghai()) {
      refuse("lot_expired_at_intake", { item: lot.item, on: lot.expiresOn });
    }
    const [standing] = await tx
      .select()
      .from(balances)
      .where(and(eq(balances.accountId, from), eq(balances.assetId, asset)))
      .for("update");
    if (!standing) return notFound("lot");
    const { item, unit } = lot;
    if (standing.amount < input.quantity) {
      refuse("insufficient_stock", {
        item,
        unit,
        wanted: `${input.quantity}`,
        available: `${standing.amount}`,
      });
    }
    const id = uuidv7();
    await post(tx, actor, [
      {
        id,
        kind: "stock.move",
        organizationId: warehouse.organizationId,
        responseId: actor.responseId,
        occurredAt: new Date(),
        document: documentOf(lot),
        reason: input.reason ?? undefined,
        postings: [
          {
            from,
            to,
            asset,
            amount: input.quantity,
            valueFen: shareOfValue(standing.valueFen, standing.amount, input.quantity),
          },
        ],
      },
    ]);
    return { result: { id }, organizationId: warehouse.organizationId, subjectId: documentOf(lot).id };
  });
}

/** Every place of a warehouse that goods may be moved between, by the word or the bin's id a form names it with. */
async function placesOf(tx: Tx, warehouse: Warehouse): Promise<Map<string, bigint>> {
  const found = await tx.select().from(bins).where(eq(bins.warehouseId, warehouse.id));
  return new Map([
    ["dock", warehouse.dockAccountId],
    ["quarantine", warehouse.quarantineAccountId],
    ...found.map((bin) => [bin.id, bin.accountId] as const),
  ]);
}

async function lotOf(tx: Tx, warehouse: Warehouse, asset: bigint) {
  const [lot] = await tx
    .select({
      giftId: sourceLots.giftId,
      kitId: sourceLots.kitId,
      expiresOn: sourceLots.expiresOn,
      item: items.name,
      unit: items.baseUnit,
    })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(and(eq(sourceLots.assetId, asset), eq(sourceLots.organizationId, warehouse.organizationId)));
  return lot ?? notFound("lot");
}
