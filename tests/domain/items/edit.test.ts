import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { z } from "zod";
import { addItem } from "#app/domain/items/add.server.ts";
import { editItem } from "#app/domain/items/edit.server.ts";
import { getItem } from "#app/domain/items/get.server.ts";
import { listItems } from "#app/domain/items/list.server.ts";
import { countUnreviewed } from "#app/domain/items/review.server.ts";
import { AddItem, EditItem } from "#app/domain/items/schema.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const add = (world: World, input: Partial<z.input<typeof AddItem>>, requestId = uuidv7()) =>
  addItem(
    world.actors.warehouse_keeper,
    requestId,
    AddItem.parse({ name: "N95口罩", unit: "只", category: "protection", ...input }),
  );

const edit = (world: World, input: Partial<z.input<typeof EditItem>>) =>
  editItem(
    world.actors.warehouse_keeper,
    uuidv7(),
    EditItem.parse({ itemId: world.mask.id, name: "医用外科口罩", category: "protection", ...input }),
  );

test("everything of an item is changed at once; its unit is not, and it counts as looked at", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "3" });
  const n95 = await add(world, {});
  expect(await countUnreviewed(world.actors.auditor)).toBe(1);
  await edit(world, {
    name: "外科口罩",
    unit: "箱",
    gbCode: "1010203",
    storage: "dry",
    minRemainingDays: "180",
    packs: [
      { name: "箱", count: "40", of: "盒" },
      { name: "盒", count: "50" },
    ],
    aliases: [{ name: "医用口罩" }, { name: "外科 口罩" }],
    barcodes: [{ gtin: "6901234567892", packSize: "50" }, { gtin: "96385074" }],
    substitutes: [{ itemId: n95.id }],
  } as Partial<z.input<typeof EditItem>>);
  expect(await getItem(world.actors.auditor, world.mask.id)).toMatchObject({
    name: "外科口罩",
    unit: "只",
    gbCode: "1010203",
    storage: "dry",
    minRemainingDays: 180,
    packs: [
      { name: "箱", count: 40n, of: "盒", size: 2000n },
      { name: "盒", count: 50n, of: null, size: 50n },
    ],
    aliases: ["医用口罩"],
    barcodes: [
      { gtin: "00000096385074", packSize: 1n },
      { gtin: "06901234567892", packSize: 50n },
    ],
    substitutes: [{ id: n95.id, name: "N95口罩" }],
  });
  expect(await countUnreviewed(world.actors.auditor)).toBe(0);
  const { rows } = await listItems(world.actors.auditor, { q: "外科", category: "protection" });
  expect(rows).toMatchObject([{ pack: { name: "箱", size: 2000n }, receivedQuantity: 3n, lots: 1 }]);
});

test("what is left out is taken away", async () => {
  const world = await makeWorld();
  const packs = [{ name: "箱", count: "2000" }];
  await edit(world, { packs, aliases: [{ name: "口罩" }], barcodes: [{ gtin: "96385074" }] });
  await edit(world, {});
  expect(await getItem(world.actors.auditor, world.mask.id)).toMatchObject({
    packs: [],
    packName: null,
    packSize: null,
    aliases: [],
    barcodes: [],
  });
});

test.each([
  ["a pack of one", { packs: [{ name: "箱", count: "1" }] }, "packs.0.count", "pack_of_one"],
  ["a barcode of nine digits", { barcodes: [{ gtin: "123456789" }] }, "barcodes.0.gtin", "bad_gtin"],
  ["a wrong check digit", { barcodes: [{ gtin: "6901234567893" }] }, "barcodes.0.gtin", "bad_gtin_check"],
  [
    "a barcode twice",
    { barcodes: [{ gtin: "96385074" }, { gtin: "00000096385074" }] },
    "barcodes.1.gtin",
    "duplicate",
  ],
  ["a name twice", { aliases: [{ name: "KN95" }, { name: "kn 95" }] }, "aliases.1.name", "duplicate"],
  ["a code that is none", { gbCode: "4010101" }, "gbCode", "bad_gb_code"],
  ["no life at all", { minRemainingDays: "0" }, "minRemainingDays", "not_positive"],
])("%s is refused beside its field", (_what, input, path, message) => {
  const read = AddItem.safeParse({ name: "口罩", unit: "只", category: "protection", ...input });
  const issues = read.error?.issues.map((issue) => [issue.path.join("."), issue.message]);
  expect(issues).toEqual([[path, message]]);
});

test("a pack in an unknown pack, and an item as its own substitute, are refused and change nothing", async () => {
  const world = await makeWorld();
  await expect(
    edit(world, { name: "改名", packs: [{ name: "箱", count: "40", of: "袋" }] }),
  ).rejects.toMatchObject({ code: "invalid", params: { fields: { "packs.0.of": "pack_unknown" } } });
  await expect(edit(world, { name: "改名", substitutes: [{ itemId: world.mask.id }] })).rejects.toMatchObject(
    {
      code: "invalid",
    },
  );
  expect((await getItem(world.actors.auditor, world.mask.id)).name).toBe("医用外科口罩");
});

test("a name or barcode of another item is refused with that item's name, whatever its spelling", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await edit(world, { aliases: [{ name: "KN95 口罩" }], barcodes: [{ gtin: "96385074" }] });
  const taken = { code: "item_name_taken", params: { item: "医用外科口罩" } };
  await expect(add(world, { name: "ｋｎ95口罩" })).rejects.toMatchObject(taken);
  await expect(add(world, { aliases: [{ name: "医用 外科口罩" }] })).rejects.toMatchObject(taken);
  await expect(add(world, { barcodes: [{ gtin: "96385074" }] })).rejects.toMatchObject({
    code: "barcode_taken",
    params: { gtin: "00000096385074", item: "医用外科口罩" },
  });
  expect((await listItems(world.actors.auditor)).total).toBe(1);
  await add(other, { aliases: [{ name: "KN95口罩" }], barcodes: [{ gtin: "96385074" }] });
});

test("two people adding the same item at once add it once, and one request twice is one item", async () => {
  const world = await makeWorld();
  const both = await Promise.allSettled([add(world, {}), add(world, { name: "n95 口罩" })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const requestId = uuidv7();
  const first = await add(world, { name: "面罩" }, requestId);
  expect(await add(world, { name: "面罩" }, requestId)).toEqual(first);
  expect((await listItems(world.actors.auditor)).total).toBe(3);
});

test("another organization's item and substitute, and a role that does not edit, are refused", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const input = EditItem.parse({ itemId: world.mask.id, name: "口罩", category: "protection" });
  await expect(editItem(other.actors.administrator, uuidv7(), input)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(editItem(world.actors.auditor, uuidv7(), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(edit(world, { substitutes: [{ itemId: other.mask.id }] })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(getItem(other.actors.auditor, world.mask.id)).rejects.toMatchObject({ code: "not_found" });
});
