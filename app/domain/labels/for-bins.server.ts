import { and, eq, inArray, isNull } from "drizzle-orm";
import { bins, labels, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { mintLabels } from "./mint.server.ts";
import type { LabelBins } from "./schema.ts";

/** Gives bins of a warehouse their labels. Answers their codes in order: a bin that has a label keeps it. */
export async function labelBins(actor: MemberActor, requestId: string, input: LabelBins) {
  return perform({ actor, action: "label.print", requestId, input }, async (tx) => {
    const { id: warehouseId, organizationId } = await findWarehouse(tx, actor, input.warehouseId);
    await lockBins(tx, warehouseId, input.binIds);
    const codes = await codesOfBins(tx, actor.responseId, input.binIds);
    const without = input.binIds.filter((binId) => !codes.has(binId));
    const minted = await mintLabels(
      tx,
      { organizationId, responseId: actor.responseId },
      without.map((binId) => ({ binId })),
    );
    without.forEach((binId, n) => codes.set(binId, minted[n]!));
    const result = { codes: input.binIds.map((binId) => codes.get(binId)!) };
    return { result, organizationId, subjectId: warehouseId, detail: { made: minted.length } };
  });
}

/** In one order, so that two who label the same bins make one label of each. */
async function lockBins(tx: Tx, warehouseId: string, binIds: readonly string[]): Promise<void> {
  const locked = await tx
    .select({ id: bins.id })
    .from(bins)
    .where(and(eq(bins.warehouseId, warehouseId), inArray(bins.id, [...binIds])))
    .orderBy(bins.id)
    .for("update");
  if (locked.length < binIds.length) notFound("bin");
}

async function codesOfBins(tx: Tx, responseId: string, binIds: readonly string[]) {
  const known = await tx
    .select({ code: labels.code, binId: labels.binId })
    .from(labels)
    .where(
      and(inArray(labels.binId, [...binIds]), eq(labels.responseId, responseId), isNull(labels.revokedAt)),
    );
  return new Map(known.map(({ code, binId }) => [binId, code]));
}
