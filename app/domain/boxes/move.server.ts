import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { bins, boxes, items, sourceLots, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { documentOf } from "../ledger/document-of.ts";
import { lockHeld } from "../ledger/lock-held.server.ts";
import { type Entry, post, type Posting } from "../ledger/post.server.ts";
import { perform } from "../perform.server.ts";
import { may } from "../permissions.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import { expired } from "../stock/pick.ts";
import { holdingOf } from "./holding.server.ts";
import { lockBox, type LockedBox, lockLoad } from "./lock-box.server.ts";
import { mustBeFree } from "./must-be-free.server.ts";
import { placeName } from "./place-name.server.ts";
import { recordEvent, recordWith } from "./record-event.server.ts";
import type { MoveBox } from "./schema.ts";

/** Takes a box, or a pallet with all its boxes, to another place of its warehouse; what is in them moves in the books. */
export async function moveBox(actor: MemberActor, requestId: string, input: MoveBox) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const box = await lockBox(tx, actor, input.code);
    const warehouse = await findWarehouse(tx, actor, box.warehouseId);
    const target = await targetOf(tx, warehouse, input.to);
    const load = await lockLoad(tx, box);
    const moving = [box, ...load.filter(({ id }) => id !== box.id)];
    for (const each of moving) await mustBeFree(tx, each);
    if (box.accountId === target.account) {
      refuse("box_there_already", { code: input.code, place: target.name });
    }
    // Out of quarantine only whoever answers for the stock lets goods go.
    if (
      moving.some(({ accountId }) => accountId === warehouse.quarantineAccountId) &&
      !may(actor, "stock.move")
    ) {
      refuse("forbidden", { action: "stock.move" });
    }
    const entries = await entriesFor(tx, actor, warehouse, load, target.account, input);
    if (entries.length > 0) await post(tx, actor, entries);
    await tx
      .update(boxes)
      .set({ accountId: target.account })
      .where(
        inArray(
          boxes.id,
          moving.map(({ id }) => id),
        ),
      );
    // A box that is moved by itself is lifted off its pallet.
    if (box.palletId !== null) await tx.update(boxes).set({ palletId: null }).where(eq(boxes.id, box.id));
    await recordWith(
      tx,
      actor,
      { event: requestId, kind: "box.move", occurredAt: input.occurredAt },
      load
        .filter(({ id }) => id !== box.id)
        .map(({ id, accountId }) => ({ id, from: accountId, to: target.account })),
    );
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: box.id,
      kind: "box.move",
      fromAccount: box.accountId,
      toAccount: target.account,
      detail: {
        entries: entries.map(({ id }) => id),
        boxes: moving.map(({ id, accountId }) => ({ id, from: `${accountId}` })),
        palletId: box.palletId,
        reason: input.reason,
      },
      occurredAt: input.occurredAt,
    });
    return {
      result: { id: box.id, place: target.name },
      organizationId: box.organizationId,
      subjectId: box.id,
    };
  });
}

async function targetOf(tx: Tx, warehouse: Warehouse, to: string) {
  const account =
    to === "dock"
      ? warehouse.dockAccountId
      : to === "quarantine"
        ? warehouse.quarantineAccountId
        : (
            await tx
              .select()
              .from(bins)
              .where(and(eq(bins.id, to), eq(bins.warehouseId, warehouse.id)))
          )[0]?.accountId;
  if (account === undefined) return notFound("bin");
  return { account, name: await placeName(tx, account) };
}

/** One entry for each gift or kit whose goods are on the move; boxes of one pallet may stand in several places. */
async function entriesFor(
  tx: Tx,
  actor: MemberActor,
  warehouse: Warehouse,
  load: readonly LockedBox[],
  to: bigint,
  { reason }: MoveBox,
): Promise<Entry[]> {
  const parts = load.flatMap((box) =>
    box.contents.map(({ asset, quantity }) => ({ account: box.accountId, asset, quantity, code: box.code })),
  );
  const moved = parts.filter(({ account }) => account !== to);
  const held = await lockHeld(tx, moved);
  const lots = await lotsOf(tx, moved);
  const entries = new Map<string, Entry & { postings: Posting[] }>();
  for (const { account: from, asset, quantity, code } of moved) {
    const lot = lots.get(asset) ?? notFound("lot");
    // Expired goods stay in quarantine until they are written off.
    if (from === warehouse.quarantineAccountId && expired(lot, todayInShanghai())) {
      refuse("lot_expired_at_intake", { item: lot.item, on: lot.expiresOn ?? "" });
    }
    const standing = { account: from, asset };
    if (held.amount(standing) < quantity) {
      refuse("boxes_hold_it", { ...(await holdingOf(tx, standing)), codes: [code], count: 1 });
    }
    const valueFen = held.take(standing, quantity);
    const document = documentOf(lot);
    const kind = from === warehouse.dockAccountId ? "stock.put-away" : "stock.move";
    const entry = entries.get(`${kind}/${document.id}`) ?? {
      id: uuidv7(),
      kind,
      organizationId: warehouse.organizationId,
      responseId: actor.responseId,
      occurredAt: new Date(),
      document,
      reason: reason ?? undefined,
      postings: [],
    };
    entry.postings.push({ from, to, asset, amount: quantity, valueFen });
    entries.set(`${kind}/${document.id}`, entry);
  }
  return [...entries.values()];
}

async function lotsOf(tx: Tx, parts: readonly { asset: bigint }[]) {
  const found = await tx
    .select({
      asset: sourceLots.assetId,
      giftId: sourceLots.giftId,
      kitId: sourceLots.kitId,
      expiresOn: sourceLots.expiresOn,
      item: items.name,
    })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(
      inArray(
        sourceLots.assetId,
        parts.map(({ asset }) => asset),
      ),
    );
  return new Map(found.map((lot) => [lot.asset, lot]));
}
