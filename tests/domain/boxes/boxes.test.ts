import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import { boxEvents, boxes, db, deliveries, deliveryPicks, labels } from "#db";
import { packBoxes } from "#app/domain/boxes/pack.server.ts";
import { PackBoxes } from "#app/domain/boxes/schema.ts";
import { newCode } from "#app/domain/code.ts";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { finishPicking } from "#app/domain/deliveries/finish-picking.server.ts";
import { startPicking } from "#app/domain/deliveries/start-picking.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { putAway } from "#app/domain/stock/put-away.server.ts";
import { blankLabels } from "#tests/support/consignments.ts";
import { boxedMasks, boxOf, deliverMasks, heldAt, keeperOf, snapshotOf } from "#tests/support/boxes.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

let world: World;
let keeper: ReturnType<typeof keeperOf>;
const PARTED = "boxes_hold_it";

beforeEach(async () => {
  world = await makeWorld();
  keeper = keeperOf(world);
});

/** The act is refused with this code, and nothing changed. */
async function refuses(act: () => Promise<unknown>, code: string): Promise<void> {
  const before = await snapshotOf(world);
  expect(await refusalCode(act())).toBe(code);
  expect(await snapshotOf(world)).toEqual(before);
}

describe("box.pack", () => {
  const pack = (asset: string, count: string, quantity: string, codes: string[] = [], id = uuidv7()) =>
    packBoxes(
      world.actors.warehouse_keeper,
      id,
      PackBoxes.parse({
        warehouseId: world.warehouse.id,
        assetId: asset,
        accountId: `${world.warehouse.dockAccountId}`,
        boxes: count,
        quantity,
        codes,
      }),
    );

  test("labels what stands loose, and no more than that", async () => {
    const [asset] = await stockMasks(world, { quantity: "100" });
    const { codes } = await pack(asset!, "3", "30");
    expect(new Set(codes).size).toBe(3);
    await refuses(() => pack(asset!, "1", "11"), "insufficient_stock");
    await pack(asset!, "1", "10");
    await refuses(() => pack(asset!, "1", "1"), "insufficient_stock");
  });

  test("twice the same request labels once; two at once share what is loose", async () => {
    const [asset] = await stockMasks(world, { quantity: "100" });
    const id = uuidv7();
    const [first, again] = await Promise.all([
      pack(asset!, "2", "20", [], id),
      pack(asset!, "2", "20", [], id),
    ]);
    expect(again).toEqual(first);
    const outcomes = await Promise.allSettled([pack(asset!, "1", "50"), pack(asset!, "1", "50")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a lot that stands elsewhere, or another's, is not found", async () => {
    const other = await makeWorld();
    const [theirs] = await stockMasks(other, {});
    await refuses(() => pack(theirs!, "1", "1"), "insufficient_stock");
  });

  test("blank labels may be named, each once", async () => {
    const [asset] = await stockMasks(world, { quantity: "100" });
    const { codes: used } = await pack(asset!, "1", "10");
    const blank = newCode();
    await db
      .insert(labels)
      .values({ code: blank, organizationId: world.organizationId, responseId: world.responseId });
    await refuses(() => pack(asset!, "2", "10", [blank, blank]), "invalid");
    await refuses(() => pack(asset!, "1", "10", [used[0]!]), "box_already_received");
    expect(await pack(asset!, "1", "10", [blank])).toEqual({ codes: [blank] });
  });

  test("of two who name the same blank label at once, one has it", async () => {
    const [asset] = await stockMasks(world, { quantity: "100" });
    const [blank = ""] = await blankLabels(world, 1);
    const outcomes = await Promise.all([
      refusalCode(pack(asset!, "1", "10", [blank])),
      refusalCode(pack(asset!, "1", "20", [blank])),
    ]);
    expect(outcomes.sort()).toEqual(["box_already_received", "done"]);
    const made = await db.select().from(boxes).where(eq(boxes.organizationId, world.organizationId));
    expect(made.map(({ id }) => id)).toEqual([(await boxOf(blank)).id]);
  });

  test("a label goes to whoever owns the box: also those who do not see the printer's books know it", async () => {
    const keeperOfBooks = await makeWorld();
    const { administrator } = keeperOfBooks.actors;
    const reaching = {
      ...administrator,
      reach: [keeperOfBooks.organizationId, world.organizationId],
      responseId: world.responseId,
    };
    const [asset] = await stockMasks(world, {});
    const [blank = ""] = await blankLabels({ ...keeperOfBooks, responseId: world.responseId }, 1);
    const input = PackBoxes.parse({
      warehouseId: world.warehouse.id,
      assetId: asset,
      accountId: `${world.warehouse.dockAccountId}`,
      boxes: "1",
      quantity: "10",
      codes: [blank],
    });
    await packBoxes(reaching, uuidv7(), input);
    await keeper.move(blank, world.bin.id);
    expect((await boxOf(blank)).accountId).toBe(world.bin.accountId);
  });
});

describe("box.move", () => {
  test("takes the box's goods to the bin, in the books too, and back again", async () => {
    const { codes, asset } = await boxedMasks(world, 3);
    const moved = await keeper.move(codes[0]!, world.bin.id);
    expect(await heldAt(world.bin.accountId, asset)).toBe(10n);
    expect(await heldAt(world.warehouse.dockAccountId, asset)).toBe(20n);
    expect((await boxOf(codes[0]!)).accountId).toBe(world.bin.accountId);
    await keeper.undo(moved);
    expect(await heldAt(world.bin.accountId, asset)).toBe(0n);
    expect((await boxOf(codes[0]!)).accountId).toBe(world.warehouse.dockAccountId);
    await refuses(() => keeper.undo(moved), "cannot_undo");
    expect(await verifyLedger(db)).toMatchObject({ discrepancies: [] });
  });

  test("twice in a row is told so; quarantine wants a reason", async () => {
    const { codes } = await boxedMasks(world, 1);
    await keeper.move(codes[0]!, world.bin.id);
    await refuses(() => keeper.move(codes[0]!, world.bin.id), "box_there_already");
    await expect(keeper.move(codes[0]!, "quarantine")).rejects.toThrow("required");
    await keeper.move(codes[0]!, "quarantine", "箱子湿了");
    expect((await boxOf(codes[0]!)).accountId).toBe(world.warehouse.quarantineAccountId);
  });

  test("a pallet takes its boxes with it, and a box moved alone leaves the pallet", async () => {
    const { codes, asset } = await boxedMasks(world, 3);
    const pallet = codes[2]!;
    await db
      .update(boxes)
      .set({ kind: "pallet" })
      .where(eq(boxes.id, (await boxOf(pallet)).id));
    await db.execute(sql`delete from box_contents where box_id = ${(await boxOf(pallet)).id}`);
    await keeper.nest(codes[0]!, pallet);
    await keeper.nest(codes[1]!, pallet);
    const moved = await keeper.move(pallet, world.bin.id);
    expect(await heldAt(world.bin.accountId, asset)).toBe(20n);
    await refuses(() => keeper.nest(pallet, pallet), "label_of_another_kind");
    await keeper.undo(moved);
    expect(await heldAt(world.bin.accountId, asset)).toBe(0n);
    await keeper.move(codes[0]!, world.bin.id);
    expect((await boxOf(codes[0]!)).palletId).toBeNull();
    await refuses(() => keeper.nest(codes[0]!, pallet), "box_elsewhere");
  });

  test.each([
    ["unknown", () => newCode(), "code_unknown"],
    [
      "of another organization",
      async () => (await boxedMasks(await makeWorld(), 1)).codes[0]!,
      "code_unknown",
    ],
  ])("a code that is %s changes nothing", async (_name, code, refusal) => {
    const unknown = await code();
    await refuses(() => keeper.move(unknown, world.bin.id), refusal);
  });

  test("a label of another emergency, a replaced one and a bin's are told apart", async () => {
    const { codes } = await boxedMasks(world, 1);
    const other = await makeWorld();
    const foreign = newCode();
    const binCode = newCode();
    await db.insert(labels).values([
      { code: foreign, organizationId: world.organizationId, responseId: other.responseId },
      {
        code: binCode,
        organizationId: world.organizationId,
        responseId: world.responseId,
        binId: world.bin.id,
      },
    ]);
    await refuses(() => keeper.move(foreign, world.bin.id), "other_response");
    await refuses(() => keeper.move(binCode, world.bin.id), "label_of_another_kind");
    await db
      .update(labels)
      .set({ revokedAt: new Date(), revokedReason: "撕破了", replacedBy: binCode })
      .where(eq(labels.code, codes[0]!));
    await refuses(() => keeper.move(codes[0]!, world.bin.id), "label_replaced");
  });

  test("a bin of another warehouse is not found", async () => {
    const { codes } = await boxedMasks(world, 1);
    const other = await makeWorld();
    await refuses(() => keeper.move(codes[0]!, other.bin.id), "not_found");
  });
});

test("goods in labelled boxes leave their place only with a box", async () => {
  const { codes, asset } = await boxedMasks(world, 2, 5);
  const takeLoose = (quantity: bigint) =>
    putAway(world.actors.warehouse_keeper, uuidv7(), {
      warehouseId: world.warehouse.id,
      lines: [{ assetId: asset, binId: world.bin.id, quantity }],
    });
  await refuses(() => takeLoose(6n), PARTED);
  await takeLoose(5n);
  await keeper.move(codes[0]!, world.bin.id);
  expect(await heldAt(world.bin.accountId, asset)).toBe(15n);
});

describe("picking and loading", () => {
  test("by the box: pick, pick a part, finish, load, send", async () => {
    const { codes, asset } = await boxedMasks(world, 3);
    const delivery = await deliverMasks(world, 15);
    await keeper.pick(delivery.id, codes[0]!);
    expect((await boxOf(codes[0]!)).accountId).toBe(world.warehouse.stagingAccountId);
    await refuses(() => keeper.pick(delivery.id, codes[0]!), "box_picked_already");
    await refuses(() => keeper.pick(delivery.id, codes[1]!), "more_than_left");
    await expect(keeper.pick(delivery.id, codes[1]!, "0")).rejects.toThrow("not_positive");
    await keeper.pick(delivery.id, codes[1]!, "5");
    await refuses(() => keeper.pick(delivery.id, codes[2]!, "1"), "more_than_left");
    await refuses(() => keeper.load(delivery.id, codes[1]!), "not_in_delivery");
    await finishPicking(world.actors.warehouse_keeper, uuidv7(), { deliveryId: delivery.id });
    await refuses(() => keeper.pick(delivery.id, codes[2]!, "1"), "delivery_picked_already");
    await keeper.load(delivery.id, codes[0]!);
    await refuses(() => keeper.load(delivery.id, codes[0]!), "box_loaded_already");
    await refuses(() => keeper.move(codes[0]!, world.bin.id), "box_with_delivery");
    await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id });
    const [sent] = await db.select().from(deliveries).where(eq(deliveries.id, delivery.id));
    expect((await boxOf(codes[0]!)).accountId).toBe(sent!.accountId);
    expect(await heldAt(world.warehouse.dockAccountId, asset)).toBe(15n);
    await refuses(() => keeper.load(delivery.id, codes[0]!), "stale");
  });

  test("each step has its way back", async () => {
    const { codes } = await boxedMasks(world, 2);
    const delivery = await deliverMasks(world, 15);
    const start = await snapshotOf(world);
    const whole = await keeper.pick(delivery.id, codes[0]!);
    const part = await keeper.pick(delivery.id, codes[1]!, "5");
    const loaded = await keeper.load(delivery.id, codes[0]!);
    await refuses(() => keeper.undo(whole), "cannot_undo");
    await keeper.undo(loaded);
    expect((await boxOf(codes[0]!)).loadedAt).toBeNull();
    await keeper.undo(part);
    const counted = Object(await snapshotOf(world));
    expect(counted.contents).toEqual(Object(start).contents);
  });

  test("a box that is not of this delivery goes back: another item, another place", async () => {
    await boxedMasks(world, 2);
    const delivery = await deliverMasks(world, 10);
    const [gloves] = await stockMasks(world, { item: "丁腈手套", quantity: "10" });
    const { codes: other } = await packBoxes(
      world.actors.warehouse_keeper,
      uuidv7(),
      PackBoxes.parse({
        warehouseId: world.warehouse.id,
        assetId: gloves,
        accountId: `${world.warehouse.dockAccountId}`,
        boxes: "1",
        quantity: "10",
      }),
    );
    await refuses(() => keeper.pick(delivery.id, other[0]!), "not_in_delivery");
    await keeper.move(other[0]!, world.bin.id);
    await refuses(() => keeper.pick(delivery.id, other[0]!), "not_in_delivery");
  });

  test("a lot that was set aside elsewhere is told where", async () => {
    const { codes, asset } = await boxedMasks(world, 2);
    const delivery = await deliverMasks(world, 10);
    await keeper.move(codes[1]!, world.bin.id);
    const [picked] = await db.select().from(deliveryPicks).where(eq(deliveryPicks.deliveryId, delivery.id));
    expect(picked?.fromAccount).toBe(world.warehouse.dockAccountId);
    await refuses(() => keeper.pick(delivery.id, codes[1]!), "box_elsewhere");
    expect(await heldAt(world.bin.accountId, asset)).toBe(10n);
  });

  test("what stands in boxes cannot be picked unseen", async () => {
    await boxedMasks(world, 2);
    const delivery = await deliverMasks(world, 20);
    const finish = () => finishPicking(world.actors.warehouse_keeper, uuidv7(), { deliveryId: delivery.id });
    await refuses(finish, PARTED);
    await refuses(
      () => dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id }),
      PARTED,
    );
  });

  test("one box on the vehicle and another not: it does not leave", async () => {
    const { codes } = await boxedMasks(world, 2);
    const delivery = await deliverMasks(world, 20);
    await keeper.pick(delivery.id, codes[0]!);
    await keeper.pick(delivery.id, codes[1]!);
    await keeper.load(delivery.id, codes[0]!);
    await refuses(
      () => dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id }),
      "boxes_not_loaded",
    );
  });

  test("a cancelled delivery puts its boxes back on their shelves", async () => {
    const { codes, asset } = await boxedMasks(world, 1);
    await keeper.move(codes[0]!, world.bin.id);
    const delivery = await deliverMasks(world, 10);
    await keeper.pick(delivery.id, codes[0]!);
    await cancelDelivery(world.actors.warehouse_keeper, uuidv7(), {
      deliveryId: delivery.id,
      reason: "封路",
    });
    const box = await boxOf(codes[0]!);
    expect(box).toMatchObject({ accountId: world.bin.accountId, deliveryId: null, loadedAt: null });
    expect(await heldAt(world.bin.accountId, asset)).toBe(10n);
    await refuses(() => keeper.pick(delivery.id, codes[0]!), "delivery_cancelled");
  });

  test("two people with the same box at once: one has it", async () => {
    const { codes } = await boxedMasks(world, 1, 10);
    const [one, two] = [await deliverMasks(world, 10), await deliverMasks(world, 10)];
    const outcomes = await Promise.allSettled([
      keeper.pick(one.id, codes[0]!),
      keeper.pick(two.id, codes[0]!),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("starting twice keeps the first moment; another's delivery is not found", async () => {
    await boxedMasks(world, 1);
    const delivery = await deliverMasks(world, 10);
    const start = (id = uuidv7()) =>
      startPicking(world.actors.warehouse_keeper, id, { deliveryId: delivery.id });
    await start();
    const since = async () =>
      (await db.select().from(deliveries).where(eq(deliveries.id, delivery.id)))[0]!.pickingSince;
    const first = await since();
    await start();
    expect(await since()).toEqual(first);
    const other = await makeWorld();
    expect(
      await refusalCode(startPicking(other.actors.warehouse_keeper, uuidv7(), { deliveryId: delivery.id })),
    ).toBe("not_found");
  });

  test("every act leaves a trace of who did what, that nobody can change", async () => {
    const { codes } = await boxedMasks(world, 1);
    await keeper.move(codes[0]!, world.bin.id);
    const box = await boxOf(codes[0]!);
    const events = await db
      .select()
      .from(boxEvents)
      .where(eq(boxEvents.boxId, box.id))
      .orderBy(boxEvents.seq);
    const [packed, event] = events;
    expect(packed).toMatchObject({ kind: "box.pack", toAccount: world.warehouse.dockAccountId });
    expect(event).toMatchObject({
      kind: "box.move",
      fromAccount: world.warehouse.dockAccountId,
      toAccount: world.bin.accountId,
      actorId: world.actors.warehouse_keeper.userId,
    });
    await expect(
      db.execute(sql`update box_events set actor_id = null where id = ${event!.id}`),
    ).rejects.toThrow();
  });
});
