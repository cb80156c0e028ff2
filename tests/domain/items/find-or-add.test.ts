import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, items } from "#db";
import { receiveGoods } from "#app/domain/gifts/receive-goods.server.ts";
import { ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { editItem } from "#app/domain/items/edit.server.ts";
import { findOrAddItems } from "#app/domain/items/find-or-add.server.ts";
import { listItems } from "#app/domain/items/list.server.ts";
import { EditItem } from "#app/domain/items/schema.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const find = (world: World, ...names: string[]) =>
  db.transaction((tx) =>
    findOrAddItems(
      tx,
      world.organizationId,
      names.map((name) => ({ name, unit: "只" })),
    ),
  );

test("an item is found by its name and its aliases, however they are spelled", async () => {
  const world = await makeWorld();
  await editItem(
    world.actors.administrator,
    uuidv7(),
    EditItem.parse({
      itemId: world.mask.id,
      name: world.mask.name,
      category: "protection",
      aliases: [{ name: "Type IIR 口罩" }],
    }),
  );
  const found = await find(world, "医用外科口罩", "医用 外科口罩", "ｔｙｐｅ iir口罩");
  expect([...found.values()].map(({ id }) => id)).toEqual([world.mask.id, world.mask.id, world.mask.id]);
});

test("an unknown name is added once, with pinyin, for somebody to look at", async () => {
  const world = await makeWorld();
  const found = await find(world, "N95 口罩", "n95口罩");
  expect(new Set([...found.values()].map(({ id }) => id)).size).toBe(1);
  expect(found.get("n95口罩")).toMatchObject({
    name: "N95 口罩",
    pinyin: "n95kouzhao n95kz",
    reviewedAt: null,
    category: "protection",
  });
});

test("an exact name wins over a name that reads the same", async () => {
  const world = await makeWorld();
  const [spaced] = await db
    .insert(items)
    .values({
      id: uuidv7(),
      organizationId: world.organizationId,
      name: "医用 外科口罩",
      category: "protection",
      baseUnit: "只",
    })
    .returning();
  expect((await find(world, "医用 外科口罩")).get("医用 外科口罩")?.id).toBe(spaced?.id);
  expect((await find(world, "医用外科口罩")).get("医用外科口罩")?.id).toBe(world.mask.id);
});

test("goods in another unit than the item's are refused, and nothing is received", async () => {
  const world = await makeWorld();
  const input = ReceiveGoods.parse({
    warehouseId: world.warehouse.id,
    receivedOn: "2022-03-14",
    lines: [{ item: "医用外科口罩", unit: "盒", quantity: "2" }],
  });
  await expect(receiveGoods(world.actors.warehouse_keeper, uuidv7(), input)).rejects.toMatchObject({
    code: "item_unit_differs",
    params: { item: "医用外科口罩", unit: "盒", known: "只" },
  });
  const { rows } = await listItems(world.actors.auditor);
  expect(rows).toMatchObject([{ lots: 0, receivedQuantity: 0n }]);
});

test("another organization's items are not found by its names", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await db.delete(items).where(eq(items.id, other.mask.id));
  expect((await find(other, "医用外科口罩")).get("医用外科口罩")?.id).not.toBe(world.mask.id);
});
