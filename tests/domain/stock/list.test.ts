import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { consignmentLines, consignments, db, deliveries } from "#db";
import { todayInShanghai } from "#app/domain/dates.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { listStock } from "#app/domain/stock/list.server.ts";
import { daysOfCover } from "#app/domain/stock/view.ts";
import { deliverMasks } from "#tests/support/boxes.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const masks = async (world: World, view: "all" | "low" | "over" = "all") =>
  (await listStock(world.actors.auditor, { view })).rows.find(({ itemId }) => itemId === world.mask.id);

async function send(world: World, quantity: number) {
  const { id } = await deliverMasks(world, quantity);
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: id });
  return id;
}

test("each quantity has its own name: on hand, set aside, available, coming, on the road, days it will last", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "1000" });
  await deliverMasks(world, 100);
  await send(world, 200);
  const consignmentId = uuidv7();
  await db.insert(consignments).values({
    id: consignmentId,
    number: "DH-2022-000001",
    organizationId: world.organizationId,
    responseId: world.responseId,
    warehouseId: world.warehouse.id,
    status: "expected",
  });
  await db
    .insert(consignmentLines)
    .values({ consignmentId, n: 1, item: world.mask.name, itemId: world.mask.id, unit: "只", expected: 50n });
  expect(await masks(world)).toMatchObject({
    onHand: 800n,
    packed: 100n,
    available: 700n,
    incoming: 50n,
    onRoad: 200n,
    used: 200n,
    days: 49,
  });
});

test("what went out more than two weeks ago says nothing of how long it will last", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "1000" });
  const sent = await send(world, 200);
  await db
    .update(deliveries)
    .set({ dispatchedAt: new Date(Date.parse(`${todayInShanghai()}T00:00+08:00`) - 15 * 86_400_000) })
    .where(eq(deliveries.id, sent));
  expect(await masks(world)).toMatchObject({ used: 0n, days: null });
  expect(await masks(world, "low")).toBeUndefined();
});

test("lists what runs out soon, and what will last too long", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "1000" });
  await send(world, 10);
  expect(await masks(world, "over")).toMatchObject({ days: 1386 });
  expect(await masks(world, "low")).toBeUndefined();
  await send(world, 800);
  expect(await masks(world, "over")).toBeUndefined();
  expect(await masks(world, "low")).toMatchObject({ available: 190n, days: 3.2 });
});

test("days of cover: available at the pace of the last fortnight, a tenth at a time", () => {
  expect(daysOfCover(100n, 0n)).toBeNull();
  expect(daysOfCover(100n, 14n)).toBe(100);
  expect(daysOfCover(1n, 3n)).toBe(4.6);
});
