import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db";
import { emptyBox } from "#app/domain/boxes/empty.server.ts";
import { EmptyBox } from "#app/domain/boxes/schema.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { approveWriteOff } from "#app/domain/write-offs/approve.server.ts";
import { ApproveWriteOff } from "#app/domain/write-offs/schema.ts";
import { boxedMasks, boxOf, deliverMasks, heldAt, keeperOf, snapshotOf } from "#tests/support/boxes.ts";
import { announce, blankLabels, check, receive, refuseSome } from "#tests/support/consignments.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { secondWarehouse, sendLots } from "#tests/support/transfers.ts";
import { makeWorld, type World } from "#tests/support/world.ts";
import { askToWriteOff } from "#tests/support/write-offs.ts";

let world: World;
let keeper: ReturnType<typeof keeperOf>;

beforeEach(async () => {
  world = await makeWorld();
  keeper = keeperOf(world);
});

const empty = (code: string, id = uuidv7(), actor = world.actors.warehouse_keeper) =>
  emptyBox(actor, id, EmptyBox.parse({ code, reason: "箱子压坏了" }));

/** The act is refused with this code, and nothing changed. */
async function refuses(act: () => Promise<unknown>, code: string): Promise<void> {
  const before = await snapshotOf(world);
  expect(await refusalCode(act())).toBe(code);
  expect(await snapshotOf(world)).toEqual(before);
}

test("goods of an emptied box stand loose in its place: they may be written off and sent elsewhere", async () => {
  const { codes, asset } = await boxedMasks(world, 2);
  const there = await secondWarehouse(world);
  const request = await askToWriteOff(world, asset, { quantity: "3" });
  const decide = () =>
    approveWriteOff(world.actors.fund_officer, uuidv7(), ApproveWriteOff.parse({ writeOffId: request.id }));
  await refuses(decide, "boxes_hold_it");
  await refuses(() => sendLots(world, there.id, [[asset, "4"]]), "boxes_hold_it");
  await empty(codes[0]!);
  expect(await heldAt(world.warehouse.dockAccountId, asset)).toBe(20n);
  await decide();
  await sendLots(world, there.id, [[asset, "4"]]);
  expect(await heldAt(world.warehouse.dockAccountId, asset)).toBe(13n);
  await refuses(() => keeper.move(codes[0]!, world.bin.id), "box_empty");
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("twice the same request empties once; it is taken back while its goods still stand there", async () => {
  const { codes, asset } = await boxedMasks(world, 2);
  const [id, again] = [uuidv7(), uuidv7()];
  expect(await empty(codes[0]!, id)).toEqual(await empty(codes[0]!, id));
  await keeper.undo(id);
  await keeper.move(codes[0]!, world.bin.id);
  expect(await heldAt(world.bin.accountId, asset)).toBe(10n);
  await empty(codes[1]!, again);
  const there = await secondWarehouse(world);
  await sendLots(world, there.id, [[asset, "1"]]);
  await refuses(() => keeper.undo(again), "boxes_hold_it");
});

test("what nobody opened, what goes with a delivery, and another organization's box are refused", async () => {
  const { codes } = await boxedMasks(world, 1);
  const delivery = await deliverMasks(world, 10);
  await keeper.pick(delivery.id, codes[0]!);
  await refuses(() => empty(codes[0]!), "box_with_delivery");
  const { id } = await announce(world);
  const [unknown = ""] = await blankLabels(world, 1);
  await receive(world, id, unknown, { line: null, quantity: null });
  await refuses(() => empty(unknown), "box_unclassified");
  const other = await makeWorld();
  await refuses(() => empty(codes[0]!, uuidv7(), other.actors.warehouse_keeper), "code_unknown");
});

test("what was sent back at the door is accepted again there only", async () => {
  const { id } = await announce(world);
  const [code = ""] = await blankLabels(world, 1);
  await receive(world, id, code);
  const refusal = await refuseSome(world, id, { code });
  await refuses(() => keeper.undo(refusal.id), "cannot_undo");
  expect(await refusalCode(check(world, id))).toBe("done");
  expect((await boxOf(code)).emptiedAt).not.toBeNull();
});
