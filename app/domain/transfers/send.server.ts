import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, sourceLots, transferLines, transfers, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { lockHeld } from "../ledger/lock-held.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { post } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { docksAndBinsAmong } from "../places/dock-or-bin.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import type { SendTransfer } from "./schema.ts";

/**
 * Sends lots from one warehouse to another of the same organization; until they are received they are on the road, in
 * the transfer's own account, and still stock. Short stock is refused by item and amount.
 */
export async function sendTransfer(actor: MemberActor, requestId: string, input: SendTransfer) {
  return perform({ actor, action: "transfer.send", requestId, input }, async (tx) => {
    const from = await findWarehouse(tx, actor, input.fromWarehouseId);
    const to = await findWarehouse(tx, actor, input.toWarehouseId);
    if (to.organizationId !== from.organizationId) return notFound("warehouse");
    const lines = await takeLots(tx, from, input.lines);
    const organizationId = from.organizationId;
    const [number] = await numberDocuments(tx, "transfer", [{ organizationId, on: todayInShanghai() }]);
    const [accountId] = await openAccounts(tx, organizationId, "transfer", [number!]);
    const id = uuidv7();
    const entryId = uuidv7();
    await post(tx, actor, [
      {
        id: entryId,
        kind: "transfer.send",
        organizationId,
        responseId: actor.responseId,
        occurredAt: new Date(),
        document: { kind: "transfer", id },
        postings: lines.map(({ assetId, fromAccount, quantity, valueFen }) => ({
          from: fromAccount,
          to: accountId!,
          asset: assetId,
          amount: quantity,
          valueFen,
        })),
      },
    ]);
    await tx.insert(transfers).values({
      id,
      number: number!,
      organizationId,
      responseId: actor.responseId,
      fromWarehouseId: from.id,
      toWarehouseId: to.id,
      status: "sent",
      accountId: accountId!,
      note: input.note,
      sentBy: userIdOf(actor),
    });
    await tx.insert(transferLines).values(lines.map((line, i) => ({ ...line, transferId: id, n: i + 1 })));
    return { result: { id, number: number!, entryId }, organizationId, subjectId: id };
  });
}

/** What stands in the warehouse of each line, locked, and the part of its value that goes along. */
async function takeLots(tx: Tx, warehouse: Warehouse, lines: SendTransfer["lines"]) {
  const wanted = lines.map(({ assetId, accountId, quantity }) => ({
    assetId: BigInt(assetId),
    fromAccount: BigInt(accountId),
    quantity,
  }));
  const accounts = wanted.map(({ fromAccount }) => fromAccount);
  const places = await docksAndBinsAmong(tx, warehouse, accounts);
  const lots = await namesOf(
    tx,
    warehouse.organizationId,
    wanted.map(({ assetId }) => assetId),
  );
  const held = await lockHeld(
    tx,
    wanted.map(({ assetId: asset, fromAccount: account }) => ({ account, asset })),
  );
  return wanted.map((line) => {
    const lot = lots.get(line.assetId);
    const standing = { account: line.fromAccount, asset: line.assetId };
    if (!lot || !held.has(standing) || !places.has(line.fromAccount)) return notFound("lot");
    const available = held.amount(standing);
    if (available < line.quantity) {
      refuse("insufficient_stock", { ...lot, wanted: `${line.quantity}`, available: `${available}` });
    }
    return { ...line, valueFen: held.take(standing, line.quantity) };
  });
}

async function namesOf(tx: Tx, organizationId: string, assets: readonly bigint[]) {
  const rows = await tx
    .select({ asset: sourceLots.assetId, item: items.name, unit: items.baseUnit })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(and(eq(sourceLots.organizationId, organizationId), inArray(sourceLots.assetId, [...assets])));
  return new Map(rows.map(({ asset, item, unit }) => [asset, { item, unit }]));
}
