import { eq } from "drizzle-orm";
import { boxContents, consignments, type Tx, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { lifeOf } from "../consignments/check-line.ts";
import { mustAgreeOnExpiry } from "../consignments/lot-expiry.server.ts";
import { todayInShanghai } from "../dates.ts";
import { refuse } from "../errors.ts";
import { receiveGoodsGifts } from "../gifts/receive-goods.server.ts";
import { findItems } from "../items/find-or-add.server.ts";
import { perform } from "../perform.server.ts";
import { restrictionOf } from "../pledges/restriction-of.server.ts";
import { lockBox, type LockedBox } from "./lock-box.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { ClassifyBox } from "./schema.ts";

/**
 * An unknown box was opened: what is in it comes into the books where the box stands, as a gift of the same donor that
 * supplements the consignment's. Refused while the consignment is still counted (`consignment_not_received`), when
 * somebody opened the box before (`box_classified_already`), and for expired goods outside quarantine.
 */
export async function classifyBox(actor: MemberActor, requestId: string, input: ClassifyBox) {
  return perform({ actor, action: "consignment.count", requestId, input }, async (tx) => {
    const box = await lockBox(tx, actor, input.code, "box");
    const consignment = await consignmentOf(tx, box);
    const [warehouse] = await tx.select().from(warehouses).where(eq(warehouses.id, box.warehouseId));
    await mustBeFit(tx, actor, input, box.accountId === warehouse!.quarantineAccountId);
    const pledgeId = consignment?.pledgeId ?? null;
    const restrictedTo = input.goods.restrictedTo ?? (await restrictionOf(tx, pledgeId));
    const [gift] = await receiveGoodsGifts(tx, actor, actor.organizationId, warehouse!, [
      {
        donor: input.donor ?? consignment?.donor ?? null,
        receivedOn: todayInShanghai(),
        pledgeId,
        note: consignment?.number ?? null,
        responseId: box.responseId,
        into: box.accountId,
        lines: [{ ...input.goods, restrictedTo }],
      },
    ]);
    const { id, number, lots } = gift!;
    const quantity = input.goods.quantity * (input.goods.packSize ?? 1n);
    await tx.insert(boxContents).values({ boxId: box.id, assetId: BigInt(lots[0]!), quantity });
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: box.id,
      kind: "box.classify",
      toAccount: box.accountId,
      detail: { giftId: id, assetId: lots[0]!, quantity: `${quantity}` },
      occurredAt: input.occurredAt,
    });
    return {
      result: { id: box.id, gift: { id, number } },
      organizationId: box.organizationId,
      subjectId: box.id,
    };
  });
}

/** The consignment an unknown box came with, which is in the books. */
async function consignmentOf(tx: Tx, box: LockedBox) {
  if (box.contents.length > 0 || box.consignmentLine !== null) {
    refuse("box_classified_already", { code: box.code });
  }
  if (box.consignmentId === null) return undefined;
  const [consignment] = await tx
    .select()
    .from(consignments)
    .where(eq(consignments.id, box.consignmentId))
    .for("share");
  const { number, status } = consignment!;
  if (status !== "received") refuse("consignment_not_received", { number });
  return consignment;
}

/** Not expired, unless it stands in quarantine, and of no lot number that is known with another expiry. */
async function mustBeFit(
  tx: Tx,
  actor: MemberActor,
  { goods }: ClassifyBox,
  isHeldBack: boolean,
): Promise<void> {
  const { verdict } = lifeOf(goods.expiresOn, null, todayInShanghai());
  if (verdict === "expired" && !isHeldBack) {
    refuse("lot_expired_at_intake", { item: goods.item, on: goods.expiresOn! });
  }
  const known = await findItems(tx, actor.organizationId, [goods.item]);
  await mustAgreeOnExpiry(tx, actor, goods, known.get(goods.item));
}
