import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import {
  balances,
  boxContents,
  boxes,
  boxEvents,
  consignmentLines,
  db,
  gifts,
  labels,
  responses,
  sourceLots,
} from "#db";
import { classifyBox } from "#app/domain/boxes/classify.server.ts";
import { receiveBox } from "#app/domain/boxes/receive.server.ts";
import { ClassifyBox, ReceiveBox } from "#app/domain/boxes/schema.ts";
import { getConsignment } from "#app/domain/consignments/get.server.ts";
import { getUnknownBox, listUnknownBoxes } from "#app/domain/consignments/unknown-boxes.server.ts";
import { mintLabels } from "#app/domain/labels/mint.server.ts";
import { announce, blankLabels, check, placesOf, receive, refuseSome } from "#tests/support/consignments.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

let world: World;
let id: string;
beforeEach(async () => {
  world = await makeWorld();
  ({ id } = await announce(world));
});

const boxesOf = (consignmentId: string) =>
  db.select().from(boxes).where(eq(boxes.consignmentId, consignmentId));
const lineOne = async () =>
  (await db.select().from(consignmentLines).where(eq(consignmentLines.consignmentId, id)))[0]!;

/** Refused with this code; no box, no count and no label changed. */
async function refuses(act: Promise<unknown>, code: string) {
  expect(await refusalCode(act)).toBe(code);
  expect(await boxesOf(id)).toEqual([]);
  expect((await lineOne()).counted).toBe(0n);
}

describe("box.receive", () => {
  test("a blank label becomes a box at the dock, counted as its line; nothing is booked", async () => {
    const [code = ""] = await blankLabels(world, 1);
    const requestId = uuidv7();
    const input = ReceiveBox.parse({ consignmentId: id, code, line: 1, quantity: "120", weightGrams: "900" });
    const first = await receiveBox(world.actors.warehouse_keeper, requestId, input);
    expect(await receiveBox(world.actors.warehouse_keeper, requestId, input)).toEqual(first);
    const { dock } = await placesOf(world);
    expect(await boxesOf(id)).toMatchObject([
      { id: first.id, accountId: dock, consignmentLine: 1, counted: 120n, weightGrams: 900 },
    ]);
    expect((await lineOne()).counted).toBe(120n);
    expect(await db.select().from(labels).where(eq(labels.code, code))).toMatchObject([{ boxId: first.id }]);
    expect(await db.select().from(boxEvents).where(eq(boxEvents.id, requestId))).toMatchObject([
      { kind: "box.receive", boxId: first.id, detail: { code, line: 1, quantity: "120" } },
    ]);
    expect(await db.select().from(gifts).where(eq(gifts.organizationId, world.organizationId))).toEqual([]);
  });

  test("another organization's label, another emergency's, a replaced one, a bin's and a lot's are refused", async () => {
    const other = await makeWorld();
    const [theirs = ""] = await blankLabels(other, 1);
    await refuses(receive(world, id, theirs), "code_unknown");
    const responseId = uuidv7();
    await db.insert(responses).values({
      id: responseId,
      name: `${world.tag} 防汛`,
      nameEn: `${world.tag} flood`,
      startsOn: "2022-06-01",
    });
    const [elsewhere = ""] = await blankLabels({ ...world, responseId }, 1);
    await refuses(receive(world, id, elsewhere), "other_response");
    const [torn = ""] = await blankLabels(world, 1);
    await db
      .update(labels)
      .set({ revokedAt: new Date(), revokedReason: "撕破" })
      .where(eq(labels.code, torn));
    await refuses(receive(world, id, torn), "label_replaced");
    const [asset] = await stockMasks(world, {});
    const [bin = "", lot = ""] = await db.transaction((tx) =>
      mintLabels(tx, world, [{ binId: world.bin.id }, { assetId: BigInt(asset!) }]),
    );
    await refuses(receive(world, id, bin), "label_not_blank");
    await refuses(receive(world, id, lot), "label_not_blank");
  });

  test("a line that is not there, nothing in the box, and a closed consignment are refused", async () => {
    const [code = ""] = await blankLabels(world, 1);
    await refuses(receive(world, id, code, { line: 9 }), "not_found");
    await refuses(receive(world, id, code, { quantity: "0" }), "invalid");
    const { id: done } = await announce(world);
    await refuseSome(world, done, { item: "旧衣服", unit: "包", quantity: "1" });
    await check(world, done);
    await refuses(receive(world, done, code), "consignment_closed");
    expect(await db.select().from(labels).where(eq(labels.code, code))).toMatchObject([{ boxId: null }]);
  });

  test("the same label twice is refused with when and where, also at the same moment", async () => {
    const [code = ""] = await blankLabels(world, 1);
    const both = await Promise.all([
      refusalCode(receive(world, id, code)),
      refusalCode(receive(world, id, code)),
    ]);
    expect(both.sort()).toEqual(["box_already_received", "done"]);
    await expect(receive(world, id, code)).rejects.toMatchObject({
      code: "box_already_received",
      params: { code, number: expect.stringMatching(/^DH-/), at: expect.stringMatching(/Z$/) },
    });
    expect(await boxesOf(id)).toHaveLength(1);
    expect((await lineOne()).counted).toBe(100n);
  });
});

describe("box.classify", () => {
  const unknown = async () => {
    const [code = ""] = await blankLabels(world, 1);
    const box = await receive(world, id, code, { line: null, quantity: null });
    return { code, boxId: box.id };
  };
  const classify = (code: string, goods: object = {}, requestId = uuidv7()) =>
    classifyBox(
      world.actors.warehouse_keeper,
      requestId,
      ClassifyBox.parse({
        code,
        goods: { item: "防护服", unit: "件", quantity: "2", packName: "包", packSize: "25", ...goods },
      }),
    );

  test("an opened box becomes a supplementary gift of the same donor, booked where it stands", async () => {
    const { code, boxId } = await unknown();
    await check(world, id);
    const requestId = uuidv7();
    const { gift } = await classify(code, {}, requestId);
    expect(await classify(code, {}, requestId)).toMatchObject({ gift });
    const [lot] = await db.select().from(sourceLots).where(eq(sourceLots.giftId, gift.id));
    const { dock } = await placesOf(world);
    expect(await db.select().from(balances).where(eq(balances.assetId, lot!.assetId))).toMatchObject([
      { accountId: dock, amount: 50n },
    ]);
    expect(await db.select().from(boxContents).where(eq(boxContents.boxId, boxId))).toEqual([
      { boxId, assetId: lot!.assetId, quantity: 50n },
    ]);
    const note = await getConsignment(world.actors.auditor, id);
    expect(note.gifts).toEqual([{ id: gift.id, number: gift.number, supplement: true }]);
    expect(await refusalCode(classify(code))).toBe("box_classified_already");
    expect((await listUnknownBoxes(world.actors.auditor)).rows).toEqual([]);
  });

  test("not while the consignment is counted, and not a box that was counted as a line", async () => {
    const { code, boxId } = await unknown();
    expect(await refusalCode(classify(code))).toBe("consignment_not_received");
    expect(await getUnknownBox(world.actors.auditor, boxId)).toMatchObject({ code, mayBeOpened: false });
    const [counted = ""] = await blankLabels(world, 1);
    await receive(world, id, counted);
    expect(await refusalCode(classify(counted))).toBe("box_classified_already");
    await check(world, id);
    expect(await refusalCode(classify(counted))).toBe("box_classified_already");
    expect(await getUnknownBox(world.actors.auditor, boxId)).toMatchObject({ mayBeOpened: true });
  });

  test("expired goods only where they are held back, and no lot number with another expiry", async () => {
    const { code } = await unknown();
    const held = await unknown();
    await refuseSome(world, id, { code: held.code, action: "quarantined", item: "药", unit: "箱" });
    await check(world, id);
    const expired = { expiresOn: "2020-01-01", lotNumber: "X1" };
    expect(await refusalCode(classify(code, expired))).toBe("lot_expired_at_intake");
    const { gift } = await classify(held.code, expired);
    const [lot] = await db.select().from(sourceLots).where(eq(sourceLots.giftId, gift.id));
    const { quarantine } = await placesOf(world);
    expect(await db.select().from(balances).where(eq(balances.assetId, lot!.assetId))).toMatchObject([
      { accountId: quarantine, amount: 50n },
    ]);
    expect(await refusalCode(classify(code, { lotNumber: "X1", expiresOn: "2030-01-01" }))).toBe(
      "lot_expiry_differs",
    );
  });

  test("another organization's box is not found", async () => {
    const { code, boxId } = await unknown();
    await check(world, id);
    const other = await makeWorld();
    const input = ClassifyBox.parse({ code, goods: { item: "药", unit: "盒", quantity: "1" } });
    expect(await refusalCode(classifyBox(other.actors.warehouse_keeper, uuidv7(), input))).toBe(
      "code_unknown",
    );
    expect(await refusalCode(getUnknownBox(other.actors.auditor, boxId))).toBe("not_found");
    expect(await db.select().from(boxContents).where(eq(boxContents.boxId, boxId))).toEqual([]);
  });
});
