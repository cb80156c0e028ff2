import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { bins, boxes, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { insertRows } from "../insert-rows.server.ts";
import { mintLabels } from "../labels/mint.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import { recordEvents } from "./record-event.server.ts";
import type { MakePallets } from "./schema.ts";

/**
 * Empty pallets in a place of a warehouse, for boxes that stand there (`box.nest`). Answers their new labels' codes, to
 * print. Nothing moves in the books.
 */
export async function makePallets(actor: MemberActor, requestId: string, input: MakePallets) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const { organizationId } = warehouse;
    const accountId = await placeOf(tx, warehouse, input.binId);
    const made = Array.from({ length: input.pallets }, () => ({
      id: uuidv7(),
      organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      kind: "pallet" as const,
      accountId,
    }));
    await insertRows(tx, boxes, made);
    const codes = await mintLabels(
      tx,
      { organizationId, responseId: actor.responseId },
      made.map(({ id: boxId }) => ({ boxId })),
    );
    await recordEvents(
      tx,
      actor,
      made.map(({ id: boxId }, i) => ({
        id: uuidv7(),
        boxId,
        kind: "box.pack",
        toAccount: accountId,
        detail: { code: codes[i] },
        occurredAt: null,
      })),
    );
    return { result: { codes }, organizationId, subjectId: warehouse.id };
  });
}

/** A bin of the warehouse, or its dock. */
async function placeOf(tx: Tx, warehouse: Warehouse, binId: string | null): Promise<bigint> {
  if (binId === null) return warehouse.dockAccountId;
  const [bin] = await tx
    .select()
    .from(bins)
    .where(and(eq(bins.id, binId), eq(bins.warehouseId, warehouse.id)));
  return bin?.accountId ?? notFound("bin");
}
