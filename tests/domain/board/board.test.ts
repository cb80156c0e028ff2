import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { getBoard } from "#app/domain/board/get.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { finishPicking } from "#app/domain/deliveries/finish-picking.server.ts";
import { addWarehouse } from "#app/domain/places/add-warehouse.server.ts";
import { boxedMasks, deliverMasks, keeperOf } from "#tests/support/boxes.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { AddWarehouse } from "#app/domain/places/schema.ts";
import { record } from "#tests/support/needs.ts";
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

test("what is late stands there: needs nobody packed for, and this warehouse's deliveries", async () => {
  const world = await makeWorld();
  await boxedMasks(world, 2);
  const delivery = await deliverMasks(world, 20);
  const need = await record(world);
  const lateIn = async (hours: number, warehouseId = world.warehouse.id) => {
    const then = new Date(Date.now() + hours * 3_600_000);
    const { late, lateTotal } = await getBoard(world.actors.auditor, warehouseId, then);
    expect(late).toHaveLength(lateTotal);
    return late.map(({ id }) => id);
  };
  expect(await lateIn(1)).toEqual([]);
  expect(await lateIn(13)).toEqual([need.id]);
  expect(await lateIn(25)).toEqual([need.id, delivery.id]);
  const second = AddWarehouse.parse({ name: "二号仓" });
  const { id } = await addWarehouse(world.actors.administrator, uuidv7(), second);
  expect(await lateIn(25, id)).toEqual([need.id]);
});
