import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { getBoard } from "#app/domain/board/get.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { finishPicking } from "#app/domain/deliveries/finish-picking.server.ts";
import { boxedMasks, deliverMasks, keeperOf } from "#tests/support/boxes.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld } from "#tests/support/world.ts";

test("shows a delivery from the order to the road, and what waits at the dock", async () => {
  const world = await makeWorld();
  const { codes } = await boxedMasks(world, 2);
  const { id } = await deliverMasks(world, 20);
  const keeper = keeperOf(world);
  const onBoard = async () =>
    (await getBoard(world.actors.auditor, world.warehouse.id)).deliveries.map((delivery) => [
      delivery.clock.step,
      delivery.clock.holder,
      delivery.boxes,
      delivery.loaded,
    ]);
  expect(await onBoard()).toEqual([["dispatch", "warehouse_keeper", 0, 0]]);
  for (const code of codes) await keeper.pick(id, code);
  await finishPicking(world.actors.warehouse_keeper, uuidv7(), { deliveryId: id });
  await keeper.load(id, codes[0]!);
  expect(await onBoard()).toEqual([["dispatch", "warehouse_keeper", 2, 1]]);
  await keeper.load(id, codes[1]!);
  expect(await onBoard()).toEqual([["dispatch", "dispatcher", 2, 2]]);
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: id });
  expect(await onBoard()).toEqual([["receipt", "receiver", 2, 2]]);
  const { waiting, stock } = await getBoard(world.actors.auditor, world.warehouse.id);
  expect(waiting).toEqual({ lotsAtDock: 0, unknownBoxes: 0, writeOffs: 0, stocktakes: 0 });
  expect(stock).toEqual([]);
});

test("another organization's warehouse is not found", async () => {
  const [mine, theirs] = [await makeWorld(), await makeWorld()];
  expect(await refusalCode(getBoard(mine.actors.administrator, theirs.warehouse.id))).toBe("not_found");
});
