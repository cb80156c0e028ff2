import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { editItem } from "#app/domain/items/edit.server.ts";
import { getItem } from "#app/domain/items/get.server.ts";
import { listItems } from "#app/domain/items/list.server.ts";
import { EditItem } from "#app/domain/items/schema.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

test("an item's pack and category can be changed, its unit cannot", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "3" });
  const input = EditItem.parse({
    itemId: world.mask.id,
    name: "外科口罩",
    category: "protection",
    packName: "箱",
    packSize: "2,000",
    unit: "箱",
  });
  await editItem(world.actors.warehouse_keeper, uuidv7(), input);
  expect(await getItem(world.actors.auditor, world.mask.id)).toMatchObject({ name: "外科口罩", unit: "只" });
  const { rows } = await listItems(world.actors.auditor, { q: "外科", category: "protection" });
  expect(rows).toMatchObject([{ pack: { name: "箱", size: 2000n }, receivedQuantity: 3n, lots: 1 }]);
});

test("a pack without a size, another organization's item and a role that does not edit are refused", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const input = { itemId: world.mask.id, name: "口罩", category: "protection" };
  expect(EditItem.safeParse({ ...input, packName: "箱" }).success).toBe(false);
  const parsed = EditItem.parse(input);
  await expect(editItem(other.actors.administrator, uuidv7(), parsed)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(editItem(world.actors.auditor, uuidv7(), parsed)).rejects.toMatchObject({ code: "forbidden" });
  await expect(getItem(other.actors.auditor, world.mask.id)).rejects.toMatchObject({ code: "not_found" });
});
