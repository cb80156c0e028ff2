import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { bins, items, sourceLots, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { documentOf } from "../ledger/document-of.ts";
import { lockHeld } from "../ledger/lock-held.server.ts";
import { type Entry, post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import type { PutAway } from "./schema.ts";

/** Moves lots from a warehouse's dock to its bins: one entry for each gift or kit they came with. */
export async function putAway(actor: MemberActor, requestId: string, input: PutAway) {
  return perform({ actor, action: "stock.put-away", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const binAccounts = await accountsOfBins(tx, warehouse.id);
    const lots = await lotsByAsset(
      tx,
      warehouse.organizationId,
      input.lines.map((line) => BigInt(line.assetId)),
    );
    const account = warehouse.dockAccountId;
    const atDock = await lockHeld(
      tx,
      [...lots.keys()].map((asset) => ({ account, asset })),
    );
    const entries = new Map<string, Entry & { postings: Entry["postings"][number][] }>();
    for (const line of input.lines) {
      const asset = BigInt(line.assetId);
      const lot = lots.get(asset) ?? notFound("lot");
      const to = binAccounts.get(line.binId) ?? notFound("bin");
      const available = atDock.amount({ account, asset });
      if (available < line.quantity) {
        const { item, unit } = lot;
        refuse("insufficient_stock", { item, unit, wanted: `${line.quantity}`, available: `${available}` });
      }
      const valueFen = atDock.take({ account, asset }, line.quantity);
      const document = documentOf(lot);
      const entry = entries.get(document.id) ?? {
        id: uuidv7(),
        kind: "stock.put-away" as const,
        organizationId: warehouse.organizationId,
        responseId: actor.responseId,
        occurredAt: new Date(),
        document,
        postings: [],
      };
      entry.postings.push({ from: account, to, asset, amount: line.quantity, valueFen });
      entries.set(document.id, entry);
    }
    await post(tx, actor, [...entries.values()]);
    const result = { entries: [...entries.values()].map(({ id }) => id) };
    return { result, organizationId: warehouse.organizationId, subjectId: warehouse.id };
  });
}

async function accountsOfBins(tx: Tx, warehouseId: string): Promise<Map<string, bigint>> {
  const found = await tx.select().from(bins).where(eq(bins.warehouseId, warehouseId));
  return new Map(found.map((bin) => [bin.id, bin.accountId]));
}

async function lotsByAsset(tx: Tx, organizationId: string, assets: bigint[]) {
  const found = await tx
    .select({
      asset: sourceLots.assetId,
      giftId: sourceLots.giftId,
      kitId: sourceLots.kitId,
      item: items.name,
      unit: items.baseUnit,
    })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(and(eq(sourceLots.organizationId, organizationId), inArray(sourceLots.assetId, assets)));
  return new Map(found.map((lot) => [lot.asset, lot]));
}
