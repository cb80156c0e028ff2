import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { getBoard } from "#app/domain/board/get.server.ts";
import { dueAt, nextStep } from "#app/domain/board/steps.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { finishPicking } from "#app/domain/deliveries/finish-picking.server.ts";
import { boxedMasks, deliverMasks, keeperOf } from "#tests/support/boxes.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld } from "#tests/support/world.ts";

const at = new Date("2022-05-10T06:20:00Z");
const start = { createdAt: at, pickedAt: null, dispatchedAt: null, boxes: 0, loaded: 0 };

test.each([
  ["picked", {}],
  ["dispatched", { pickedAt: at }],
  ["loaded", { pickedAt: at, boxes: 3, loaded: 2 }],
  ["dispatched", { pickedAt: at, boxes: 3, loaded: 3 }],
  ["confirmed", { pickedAt: at, dispatchedAt: at, boxes: 3, loaded: 3 }],
])("waits to be %s", (step, progress) => {
  expect(nextStep({ ...start, ...progress })).toBe(step);
});

test("is due 48 hours after it was ordered", () => {
  expect(dueAt(start).toISOString()).toBe("2022-05-12T06:20:00.000Z");
});

test("shows a delivery from the order to the road, and what waits at the dock", async () => {
  const world = await makeWorld();
  const { codes } = await boxedMasks(world, 2);
  const { id } = await deliverMasks(world, 20);
  const keeper = keeperOf(world);
  const onBoard = async () =>
    (await getBoard(world.actors.auditor, world.warehouse.id)).deliveries.map((delivery) => [
      nextStep(delivery),
      delivery.boxes,
      delivery.loaded,
    ]);
  expect(await onBoard()).toEqual([["picked", 0, 0]]);
  for (const code of codes) await keeper.pick(id, code);
  await finishPicking(world.actors.warehouse_keeper, uuidv7(), { deliveryId: id });
  await keeper.load(id, codes[0]!);
  expect(await onBoard()).toEqual([["loaded", 2, 1]]);
  await keeper.load(id, codes[1]!);
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: id });
  expect(await onBoard()).toEqual([["confirmed", 2, 2]]);
  const { waiting, stock } = await getBoard(world.actors.auditor, world.warehouse.id);
  expect(waiting).toEqual({ lotsAtDock: 0, unknownBoxes: 0, writeOffs: 0, stocktakes: 0 });
  expect(stock).toEqual([]);
});

test("another organization's warehouse is not found", async () => {
  const [mine, theirs] = [await makeWorld(), await makeWorld()];
  expect(await refusalCode(getBoard(mine.actors.administrator, theirs.warehouse.id))).toBe("not_found");
});
