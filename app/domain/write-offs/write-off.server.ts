import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, sourceLots, type Tx, writeOffs } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import { heldInWarehouse } from "./held.server.ts";
import type { WriteOff } from "./schema.ts";

/**
 * Asks that goods be taken out of the stock as lost: the only way out for what has expired. Nothing moves before
 * somebody else approves, and the goods are not set aside meanwhile.
 */
export async function writeOff(actor: MemberActor, requestId: string, input: WriteOff) {
  return perform({ actor, action: "stock.write-off", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const [assetId, accountId] = [BigInt(input.assetId), BigInt(input.accountId)];
    const lot = await nameOf(tx, warehouse, assetId);
    const held = await heldInWarehouse(tx, warehouse, assetId, accountId);
    if (!held) return notFound("lot");
    if (held.amount < input.quantity) {
      const [wanted, available] = [`${input.quantity}`, `${held.amount}`];
      refuse("insufficient_stock", { ...lot, wanted, available });
    }
    const { organizationId } = warehouse;
    const [number] = await numberDocuments(tx, "write_off", [{ organizationId, on: todayInShanghai() }]);
    const id = uuidv7();
    await tx.insert(writeOffs).values({
      id,
      number: number!,
      organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      assetId,
      accountId,
      quantity: input.quantity,
      reason: input.reason,
      remark: input.remark,
      evidence: input.evidence,
      status: "requested",
      requestedBy: userIdOf(actor),
    });
    return { result: { id, number: number! }, organizationId, subjectId: id };
  });
}

async function nameOf(tx: Tx, warehouse: Warehouse, assetId: bigint) {
  const [lot] = await tx
    .select({ item: items.name, unit: items.baseUnit })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(and(eq(sourceLots.assetId, assetId), eq(sourceLots.organizationId, warehouse.organizationId)));
  return lot ?? notFound("lot");
}
