import { uuidv7 } from "uuidv7";
import { gifts, sourceLots, type Tx } from "#db";
import { type Actor, type MemberActor, userIdOf } from "../actor.ts";
import { startOfDay } from "../dates.ts";
import { donorName, findOrAddDonors } from "../donors/find-or-add.server.ts";
import { insertRows } from "../insert-rows.server.ts";
import { findOrAddItems, type Item } from "../items/find-or-add.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { post, type Posting } from "../ledger/post.server.ts";
import { shareOfValue } from "../money.ts";
import { perform } from "../perform.server.ts";
import { findOrAddRestrictions, type RestrictionRow } from "../places/find-or-add-restrictions.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import { restrictionText } from "../places/restriction.ts";
import { findPledge } from "../pledges/find.server.ts";
import { newLotAssets } from "../stock/new-lot-assets.server.ts";
import type { GoodsLine, ReceiveGoods } from "./schema.ts";

/** Takes goods in at a warehouse's dock. Each line becomes a source lot of its own. Answers id, number, entry and lots. */
export async function receiveGoods(actor: MemberActor, requestId: string, input: ReceiveGoods) {
  return perform({ actor, action: "gift.receive-goods", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const pledge = input.pledgeId ? await findPledge(tx, actor, input.pledgeId, "goods") : null;
    const lines = input.lines.map((line) => ({
      ...line,
      restrictedTo: line.restrictedTo ?? pledge?.restriction ?? null,
    }));
    const [gift] = await receiveGoodsGifts(tx, actor, actor.organizationId, warehouse, [
      { ...input, donor: input.donor ?? pledge?.donor ?? null, responseId: actor.responseId, lines },
    ]);
    return { result: gift!, organizationId: warehouse.organizationId, subjectId: gift!.id };
  });
}

/** A line of goods; `quantity` is in packs, or in base units where `parts` say which places they stand in. */
export type LineToReceive = GoodsLine & { parts?: readonly { to: bigint; quantity: bigint }[] };

export type GoodsToReceive = Pick<ReceiveGoods, "donor" | "receivedOn" | "pledgeId" | "note"> & {
  responseId: string;
  lines: readonly LineToReceive[];
  importId?: string;
  /** Where it goes instead of the dock: a bin's account, for goods that were put away long ago. */
  into?: bigint;
};

export type ReceivedGoods = { id: string; number: string; entryId: string; lots: string[] };

/** The step: any number of gifts of goods into one warehouse at once. `lots` are asset ids, a line each. */
export async function receiveGoodsGifts(
  tx: Tx,
  actor: Actor,
  keeperId: string,
  warehouse: Warehouse,
  toReceive: readonly GoodsToReceive[],
  publishDonorNames = false,
): Promise<ReceivedGoods[]> {
  if (toReceive.length === 0) return [];
  const lines = toReceive.flatMap((gift, g) => gift.lines.map((line, l) => ({ ...line, g, n: l + 1 })));
  const donorNames = toReceive.map((gift) => donorName(gift.donor));
  const donors = await findOrAddDonors(tx, keeperId, donorNames, publishDonorNames);
  const texts = lines.map((line) => restrictionText(line.restrictedTo));
  const restrictions = await findOrAddRestrictions(
    tx,
    keeperId,
    texts.filter((text) => text !== null),
  );
  const items = await findOrAddItems(
    tx,
    keeperId,
    lines.map(({ item: name, unit, specification }) => ({ name, unit, specification })),
  );
  const numbers = await numberDocuments(
    tx,
    "gift",
    toReceive.map(({ receivedOn: on }) => ({ organizationId: warehouse.organizationId, on })),
  );
  const assetIds = await newLotAssets(tx, lines.length);
  const rows = toReceive.map((gift, g) => ({
    id: uuidv7(),
    number: numbers[g]!,
    organizationId: warehouse.organizationId,
    responseId: gift.responseId,
    donorId: donors.get(donorNames[g]!)!.id,
    kind: "goods" as const,
    pledgeId: gift.pledgeId,
    receivedOn: gift.receivedOn,
    warehouseId: warehouse.id,
    entryId: uuidv7(),
    note: gift.note,
    importId: gift.importId ?? null,
    createdBy: userIdOf(actor),
  }));
  const lots = lines.map((line, i) => ({
    ...lotOf(line, items.get(line.item)!, texts[i] === null ? null : restrictions.get(texts[i]!)!),
    assetId: assetIds[i]!,
    organizationId: warehouse.organizationId,
    giftId: rows[line.g]!.id,
    receivedOn: rows[line.g]!.receivedOn,
    n: line.n,
  }));
  const legs: Posting[][] = rows.map(() => []);
  lots.forEach((lot, i) => {
    const { g, parts } = lines[i]!;
    const from = donors.get(donorNames[g]!)!.accountId;
    const to = toReceive[g]!.into ?? warehouse.dockAccountId;
    legs[g]!.push(...legsOf(lot, from, parts ?? [{ to, quantity: lot.quantity }]));
  });
  await post(
    tx,
    actor,
    rows.map((row, g) => ({
      id: row.entryId,
      kind: "gift.receive-goods",
      organizationId: row.organizationId,
      responseId: row.responseId,
      occurredAt: startOfDay(row.receivedOn),
      document: { kind: "gift", id: row.id },
      postings: legs[g]!,
    })),
  );
  await insertRows(tx, gifts, rows);
  await insertRows(tx, sourceLots, lots);
  return rows.map(({ id, number, entryId }, g) => ({
    id,
    number,
    entryId,
    lots: [...new Set(legs[g]!.map((leg) => `${leg.asset}`))],
  }));
}

/** A leg into each place a lot stands in; the last takes what is left of the value. */
function legsOf(
  lot: { assetId: bigint; quantity: bigint; valueFen: bigint },
  from: bigint,
  parts: readonly { to: bigint; quantity: bigint }[],
): Posting[] {
  let left = { quantity: lot.quantity, valueFen: lot.valueFen };
  return parts.map(({ to, quantity }) => {
    const valueFen = shareOfValue(left.valueFen, left.quantity, quantity);
    left = { quantity: left.quantity - quantity, valueFen: left.valueFen - valueFen };
    return { from, to, asset: lot.assetId, amount: quantity, valueFen };
  });
}

/** Base units, value of the whole lot and its basis, from a line as it was written down. */
function lotOf(line: LineToReceive, item: Item, restriction: RestrictionRow | null) {
  const quantity = line.parts ? line.quantity : line.quantity * (line.packSize ?? 1n);
  const valueFen = line.value ?? (line.unitValue === null ? null : line.unitValue * quantity);
  const valueBasis =
    valueFen === null ? ("unvalued" as const) : (line.valueBasis ?? ("other_method" as const));
  return {
    itemId: item.id,
    quantity,
    packName: line.packName,
    packSize: line.packSize,
    specification: line.specification,
    lotNumber: line.lotNumber,
    expiresOn: line.expiresOn,
    valueFen: valueBasis === "unvalued" ? 0n : (valueFen ?? 0n),
    valueBasis,
    restrictionId: restriction?.id ?? null,
  };
}
