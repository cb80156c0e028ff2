import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { z } from "zod";
import { consignmentLines, consignments, db, items, kitRecipes, sourceLots } from "#db";
import { addItem } from "#app/domain/items/add.server.ts";
import { editItem } from "#app/domain/items/edit.server.ts";
import { findOrAddItems } from "#app/domain/items/find-or-add.server.ts";
import { getItem } from "#app/domain/items/get.server.ts";
import { listItems } from "#app/domain/items/list.server.ts";
import { mergeItems } from "#app/domain/items/merge.server.ts";
import { previewMerge } from "#app/domain/items/preview-merge.server.ts";
import { AddItem, EditItem, MergeItems } from "#app/domain/items/schema.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { deliverMasks } from "#tests/support/boxes.ts";
import { promise } from "#tests/support/gifts.ts";
import { writeRecipe } from "#tests/support/kits.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { packedWorld } from "#tests/support/road.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const add = (world: World, name: string, input: Partial<z.input<typeof AddItem>> = {}) =>
  addItem(
    world.actors.warehouse_keeper,
    uuidv7(),
    AddItem.parse({ name, unit: "只", category: "protection", ...input }),
  );

const merge = (world: World, fromId: string, intoId: string, requestId = uuidv7()) =>
  mergeItems(world.actors.warehouse_keeper, requestId, MergeItems.parse({ fromId, intoId }));

const recipe = (itemId: string, n: number, componentId: string, quantity = 1n) =>
  db.insert(kitRecipes).values({ itemId, n, componentId, quantity });

async function expectLine(world: World, itemId: string): Promise<void> {
  const [consignment] = await db
    .insert(consignments)
    .values({
      id: uuidv7(),
      number: `测试-${uuidv7()}`,
      organizationId: world.organizationId,
      responseId: world.responseId,
      warehouseId: world.warehouse.id,
      status: "expected",
    })
    .returning();
  await db
    .insert(consignmentLines)
    .values({ consignmentId: consignment!.id, n: 1, item: "口罩", itemId, unit: "只" });
}

/** Rows of any table that still name an item. */
async function namedBy(itemId: string): Promise<string[]> {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select tc.table_name as table, kcu.column_name as column
    from information_schema.table_constraints tc
    join information_schema.key_column_usage kcu using (constraint_name, table_name)
    join information_schema.constraint_column_usage ccu using (constraint_name)
    where tc.constraint_type = 'FOREIGN KEY' and ccu.table_name = 'items' and ccu.column_name = 'id'`);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await db.execute(
      sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${itemId}`,
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

test("everything that named one item names the other, and nothing is lost", async () => {
  const { world } = await packedWorld();
  const { auditor } = world.actors;
  await promise(world, { kind: "goods", lines: [{ item: world.mask.name, unit: "只", quantity: "7" }] });
  await expectLine(world, world.mask.id);
  const [kit, other] = [await add(world, "防疫包"), await add(world, "面罩")];
  await editItem(
    world.actors.administrator,
    uuidv7(),
    EditItem.parse({
      itemId: world.mask.id,
      name: world.mask.name,
      category: "protection",
      specification: "50只/盒",
      minRemainingDays: 90,
      packs: [{ name: "箱", count: "2000" }],
      aliases: [{ name: "三层口罩" }],
      barcodes: [{ gtin: "96385074" }],
      substitutes: [{ itemId: other.id }],
    }),
  );
  const kept = await add(world, "一次性口罩", {
    packs: [{ name: "盒", count: "50" }],
    substitutes: [{ itemId: other.id }, { itemId: world.mask.id }],
  });
  await recipe(kit.id, 1, world.mask.id, 5n);
  await recipe(kit.id, 2, kept.id, 3n);

  const preview = await previewMerge(auditor, world.mask.id, kept.id);
  expect(preview).toMatchObject({
    lots: 1,
    pledgeLines: 1,
    deliveryLines: 1,
    consignmentLines: 1,
    recipes: 1,
  });
  expect(preview).toMatchObject({ names: 2, barcodes: 1, into: { name: "一次性口罩" } });
  expect(await merge(world, world.mask.id, kept.id)).toEqual({ id: kept.id });

  expect(await namedBy(world.mask.id)).toEqual([]);
  expect(await getItem(auditor, kept.id)).toMatchObject({
    name: "一次性口罩",
    specification: "50只/盒",
    minRemainingDays: 90,
    packName: "盒",
    packs: [
      { name: "盒", size: 50n },
      { name: "箱", size: 2000n },
    ],
    barcodes: [{ gtin: "00000096385074" }],
    substitutes: [{ id: other.id }],
    mergedFrom: [{ name: "医用外科口罩" }],
  });
  expect((await getItem(auditor, kept.id)).aliases.sort()).toEqual(["三层口罩", "医用外科口罩"].sort());
  const recipes = await db.select().from(kitRecipes).where(eq(kitRecipes.itemId, kit.id));
  expect(recipes).toMatchObject([{ componentId: kept.id, quantity: 8n }]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
  expect(await listHistory(auditor, kept.id)).toContainEqual(
    expect.objectContaining({ action: "item.merge" }),
  );
});

test("the merged item stands in no list, points to the kept one, and its name finds the kept one", async () => {
  const world = await makeWorld();
  const { auditor } = world.actors;
  const [kept, last] = [await add(world, "一次性口罩"), await add(world, "口罩")];
  await stockMasks(world, { quantity: "100" });
  await merge(world, world.mask.id, kept.id);
  await merge(world, kept.id, last.id);
  expect((await listItems(auditor)).rows.map(({ name }) => name)).toEqual(["口罩"]);
  expect((await listItems(auditor, { q: "医用外科" })).rows.map(({ name }) => name)).toEqual(["口罩"]);
  expect((await getItem(auditor, world.mask.id)).mergedInto).toBe(last.id);
  expect((await getItem(auditor, last.id)).mergedFrom.map(({ name }) => name)).toEqual([
    "医用外科口罩",
    "一次性口罩",
  ]);
  const found = await db.transaction((tx) =>
    findOrAddItems(tx, world.organizationId, [{ name: "医用外科口罩", unit: "只" }]),
  );
  expect(found.get("医用外科口罩")?.id).toBe(last.id);
  await editItem(
    world.actors.administrator,
    uuidv7(),
    EditItem.parse({ itemId: last.id, name: "医用外科口罩", category: "protection" }),
  );
  await stockMasks(world, { quantity: "5" });
  expect((await listItems(auditor)).rows).toMatchObject([{ name: "医用外科口罩", lots: 2 }]);
});

test("other units, both kits, and a kit with its own part are refused and change nothing", async () => {
  const world = await makeWorld();
  const [boxes, kit, part] = [
    await add(world, "盒装口罩", { unit: "盒" }),
    await add(world, "防疫包"),
    await add(world, "面罩"),
  ];
  const { id: mask } = world.mask;
  expect(await refusalCode(merge(world, boxes.id, mask))).toBe("merge_units_differ");
  await recipe(kit.id, 1, part.id);
  await expect(merge(world, part.id, kit.id)).rejects.toMatchObject({
    code: "kit_recipe_clash",
    params: { why: "own_part" },
  });
  expect(await refusalCode(previewMerge(world.actors.auditor, kit.id, part.id))).toBe("kit_recipe_clash");
  await recipe(mask, 1, part.id);
  await expect(merge(world, mask, kit.id)).rejects.toMatchObject({ params: { why: "two_recipes" } });
  expect(MergeItems.safeParse({ fromId: mask, intoId: mask }).success).toBe(false);
  const gone = await db
    .select()
    .from(items)
    .where(sql`merged_into is not null and organization_id = ${world.organizationId}`);
  expect(gone).toEqual([]);
});

test("another organization's item is not found, a dispatcher may not, and the same request merges once", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const kept = await add(world, "一次性口罩");
  expect(await refusalCode(merge(world, world.mask.id, other.mask.id))).toBe("not_found");
  expect(await refusalCode(merge(world, other.mask.id, kept.id))).toBe("not_found");
  const input = { fromId: world.mask.id, intoId: kept.id };
  expect(await refusalCode(mergeItems(world.actors.dispatcher, uuidv7(), input))).toBe("forbidden");
  const requestId = uuidv7();
  const first = await merge(world, world.mask.id, kept.id, requestId);
  expect(await merge(world, world.mask.id, kept.id, requestId)).toEqual(first);
  expect(await refusalCode(merge(world, world.mask.id, kept.id))).toBe("stale");
  expect(await refusalCode(previewMerge(world.actors.auditor, world.mask.id, kept.id))).toBe("stale");
});

test("of two merges of the same pair in opposite directions one holds, and gifts meanwhile land on the kept item", async () => {
  const world = await makeWorld();
  const kept = await add(world, "一次性口罩");
  const [there, back] = await Promise.all([
    refusalCode(merge(world, world.mask.id, kept.id)),
    refusalCode(merge(world, kept.id, world.mask.id)),
    ...[1, 2, 3, 4].map(() => stockMasks(world, { quantity: "10" })),
  ]);
  expect([there, back].sort()).toEqual(["done", "stale"]);
  const survivor = there === "done" ? kept.id : world.mask.id;
  const lots = await db.select().from(sourceLots).where(eq(sourceLots.organizationId, world.organizationId));
  expect(lots.map(({ itemId }) => itemId)).toEqual(Array.from({ length: 4 }, () => survivor));
});

test("a delivery or a recipe written while its item is merged away names the kept one, or is refused", async () => {
  const world = await makeWorld();
  const { id: other } = await add(world, "一次性口罩");
  const { id: kit } = await add(world, "口罩包", { unit: "个", category: "kit" });
  await stockMasks(world, { quantity: "100" });
  const outcomes = await Promise.all([
    refusalCode(merge(world, world.mask.id, other)),
    ...Array.from({ length: 4 }, () => refusalCode(deliverMasks(world, 1))),
    refusalCode(writeRecipe(world, kit, [[world.mask.id, "1"]])),
  ]);
  expect(outcomes[0]).toBe("done");
  expect(await namedBy(world.mask.id)).toEqual([]);
  expect(await refusalCode(writeRecipe(world, kit, [[world.mask.id, "1"]]))).toBe("not_found");
});
