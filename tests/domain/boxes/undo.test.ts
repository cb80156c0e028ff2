import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import { boxEvents, db, labels } from "#db";
import { boxCustody } from "#app/domain/boxes/custody.server.ts";
import { getBox } from "#app/domain/boxes/get.server.ts";
import { undoBoxEvent } from "#app/domain/boxes/undo.server.ts";
import { openConsignment } from "#app/domain/consignments/open.server.ts";
import { OpenConsignment } from "#app/domain/consignments/schema.ts";
import { replaceLabel } from "#app/domain/labels/replace.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { boxedMasks, boxOf, deliverMasks, heldAt, keeperOf, snapshotOf } from "#tests/support/boxes.ts";
import { announce, blankLabels, check, count, receive } from "#tests/support/consignments.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let keeper: ReturnType<typeof keeperOf>;

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

const replace = (code: string) =>
  replaceLabel(world.actors.warehouse_keeper, uuidv7(), { code, reason: "撕破了" });

/** A pallet at the dock, as it comes through the door. */
async function emptyPallet(): Promise<{ code: string; received: string }> {
  const { id } = await openConsignment(
    world.actors.warehouse_keeper,
    uuidv7(),
    OpenConsignment.parse({ warehouseId: world.warehouse.id }),
  );
  const [code = ""] = await blankLabels(world, 1);
  const pallet = await receive(world, id, code, { kind: "pallet", line: null, quantity: null });
  return { code, received: await firstEventOf(pallet.id) };
}

async function firstEventOf(boxId: string): Promise<string> {
  const [event] = await db.select().from(boxEvents).where(eq(boxEvents.boxId, boxId)).orderBy(boxEvents.seq);
  return event!.id;
}

describe("a new label in between", () => {
  test("does not stand in the way of taking the last act back", async () => {
    const { codes } = await boxedMasks(world, 1);
    const moved = await keeper.move(codes[0]!, world.bin.id);
    const { code } = await replace(codes[0]!);
    await keeper.undo(moved);
    expect((await boxOf(code)).accountId).toBe(world.warehouse.dockAccountId);
  });

  test("hides neither a later act nor that the act was taken back before", async () => {
    const { codes } = await boxedMasks(world, 1);
    const delivery = await deliverMasks(world, 10);
    const part = await keeper.pick(delivery.id, codes[0]!, "4");
    await keeper.undo(part);
    const { code } = await replace(codes[0]!);
    await refuses(() => keeper.undo(part), "cannot_undo");
    const other = await keeper.pick(delivery.id, code, "4");
    await keeper.pick(delivery.id, code, "3");
    await replace(code);
    await refuses(() => keeper.undo(other), "cannot_undo");
  });
});

describe("a pallet's move", () => {
  async function loadedPallet() {
    const { codes, asset } = await boxedMasks(world, 3, 50);
    const pallet = await emptyPallet();
    await keeper.nest(codes[0]!, pallet.code);
    await keeper.nest(codes[1]!, pallet.code);
    return { codes, asset, pallet };
  }

  test("is in the history of the boxes on it, and so is taking it back", async () => {
    const { codes, pallet } = await loadedPallet();
    const history = async (code: string) =>
      (await getBox(world.actors.auditor, code)).events.map(({ kind, undone, onPallet }) => [
        kind,
        onPallet,
        undone,
      ]);
    const moved = await keeper.move(pallet.code, world.bin.id);
    expect(await history(codes[0]!)).toEqual([
      ["box.move", true, false],
      ["box.nest", false, false],
      ["box.pack", false, false],
    ]);
    expect(await boxCustody(world.actors.auditor, codes[0]!)).toMatchObject({ place: world.bin.name });
    await keeper.undo(moved);
    expect((await history(codes[0]!)).slice(0, 2)).toEqual([
      ["box.undo", true, false],
      ["box.move", true, true],
    ]);
    expect(await boxCustody(world.actors.auditor, codes[0]!)).toMatchObject({ kind: "dock" });
    const [child] = (await getBox(world.actors.auditor, codes[0]!)).events;
    await refuses(() => keeper.undo(child!.id), "cannot_undo");
  });

  test("is not taken back once one of its boxes was moved on, also where loose goods of the lot would do", async () => {
    const { codes, pallet, asset } = await loadedPallet();
    const moved = await keeper.move(pallet.code, world.bin.id);
    await keeper.move(codes[0]!, "quarantine", "箱子湿了");
    await keeper.move(codes[2]!, world.bin.id);
    await refuses(() => keeper.undo(moved), "cannot_undo");
    expect(await heldAt(world.warehouse.quarantineAccountId, asset)).toBe(10n);
  });

  test("nor once another box was put on it", async () => {
    const { codes, pallet } = await loadedPallet();
    const moved = await keeper.move(pallet.code, world.bin.id);
    await keeper.move(codes[2]!, world.bin.id);
    await keeper.nest(codes[2]!, pallet.code);
    await refuses(() => keeper.undo(moved), "cannot_undo");
  });

  test("a box goes back without its pallet when that has gone elsewhere meanwhile", async () => {
    const { codes, pallet } = await loadedPallet();
    const alone = await keeper.move(codes[0]!, "quarantine", "看一看");
    const off = await keeper.nest(codes[1]!, null);
    await keeper.move(pallet.code, world.bin.id);
    await keeper.undo(alone);
    await keeper.undo(off);
    const { dockAccountId } = world.warehouse;
    for (const code of [codes[0]!, codes[1]!]) {
      expect(await boxOf(code)).toMatchObject({ accountId: dockAccountId, palletId: null });
    }
  });

  test("its label comes off only while nothing stands on it", async () => {
    const { codes, pallet } = await loadedPallet();
    await refuses(() => keeper.undo(pallet.received), "cannot_undo");
    await keeper.nest(codes[0]!, null);
    await keeper.nest(codes[1]!, null);
    await keeper.undo(pallet.received);
    expect(await db.select().from(labels).where(eq(labels.code, pallet.code))).toMatchObject([
      { boxId: null },
    ]);
  });
});

test("a box that was filled since by its consignment does not go back without its goods", async () => {
  const { id } = await announce(world);
  const [code = ""] = await blankLabels(world, 1);
  await receive(world, id, code);
  await count(world, id, { packs: "10" });
  const moved = await keeper.move(code, world.bin.id);
  await check(world, id);
  await refuses(() => keeper.undo(moved), "cannot_undo");
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("a count at the door is taken back by those who may count, and the label is blank again", async () => {
  const { id } = await announce(world);
  const [code = ""] = await blankLabels(world, 1);
  const box = await receive(world, id, code);
  const undo = { eventId: await firstEventOf(box.id), occurredAt: null };
  await refuses(() => undoBoxEvent(world.actors.dispatcher, uuidv7(), undo), "forbidden");
  await keeper.undo(undo.eventId);
  await receive(world, id, code);
  expect((await boxOf(code)).counted).toBe(100n);
});
