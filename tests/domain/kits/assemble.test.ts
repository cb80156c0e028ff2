import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { assembleKits } from "#app/domain/kits/assemble.server.ts";
import { getKit } from "#app/domain/kits/get.server.ts";
import { listRecipes } from "#app/domain/kits/list-recipes.server.ts";
import { planKits } from "#app/domain/kits/plan.server.ts";
import { AssembleKits, SetRecipe } from "#app/domain/kits/schema.ts";
import { setRecipe } from "#app/domain/kits/set-recipe.server.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { listRestrictionsIn } from "#app/domain/places/list-restrictions.server.ts";
import { listStock } from "#app/domain/stock/list.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import {
  addItem,
  allBalances,
  assemble,
  give,
  heldBy,
  makeKitWorld,
  takeApart,
  writeRecipe,
} from "#tests/support/kits.ts";

test("kits keep every component's lot: 10 kits from two donors' masks are three lots of kits", async () => {
  const world = await makeKitWorld();
  const first = await give(world, world.mask, {
    quantity: "65",
    value: "65.01",
    expiresOn: "2099-01-01",
    donor: "甲",
  });
  const second = await give(world, world.mask, {
    quantity: "50",
    value: "5",
    expiresOn: "2099-02-01",
    donor: "乙",
  });
  const gel = await give(world, world.gel, {
    quantity: "12",
    value: "33.33",
    expiresOn: "2098-06-01",
    donor: "丙",
  });
  const made = await assemble(world, "10", { binId: world.bin.id });
  expect(made.number).toMatch(/^ZB-\d{4}-000001$/);
  const kit = await getKit(world.actors.auditor, made.id);
  expect(
    kit.lots.map(({ quantity, components }) => [
      quantity,
      components.map(({ donor, perKit }) => [donor, perKit]),
    ]),
  ).toEqual([
    [
      6n,
      [
        ["甲", 10n],
        ["丙", 1n],
      ],
    ],
    [
      1n,
      [
        ["甲", 5n],
        ["乙", 5n],
        ["丙", 1n],
      ],
    ],
    [
      3n,
      [
        ["乙", 10n],
        ["丙", 1n],
      ],
    ],
  ]);
  expect(kit.lots.map(({ expiresOn }) => expiresOn)).toEqual(["2098-06-01", "2098-06-01", "2098-06-01"]);
  expect(kit.lots.every(({ places }) => places.length === 1 && places[0]?.kind === "bin")).toBe(true);
  const value = kit.lots.reduce((sum, { valueFen }) => sum + valueFen, 0n);
  const inside = await Promise.all([first, second, gel].map(({ lot }) => heldBy(world, lot, "kit")));
  expect(inside.map(({ amount }) => amount)).toEqual([65n, 35n, 10n]);
  expect(value).toBe(inside.reduce((sum, { valueFen }) => sum + valueFen, 0n));
  expect(await heldBy(world, second.lot, "dock")).toEqual({ amount: 15n, valueFen: 150n });
  const stock = await listStock(world.actors.auditor, { itemId: world.kit.id });
  expect(stock.rows[0]).toMatchObject({ onHand: 10n, available: 10n });
  expect(stock.rows[0]?.lots[0]).toMatchObject({
    donor: null,
    giftId: null,
    kitId: made.id,
    kitNumber: made.number,
  });
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("what is short is named, every component of it, and nothing changes", async () => {
  const world = await makeKitWorld();
  await give(world, world.mask, { quantity: "95" });
  await give(world, world.gel, { quantity: "20" });
  await give(world, world.mask, { quantity: "100", expiresOn: "2020-01-01" });
  await give(world, world.mask, { quantity: "100", restrictedTo: "花木街道" });
  const before = await allBalances(world);
  await expect(assemble(world, "10")).rejects.toMatchObject({
    code: "kit_short",
    params: { components: [{ item: "医用外科口罩", unit: "只", wanted: "100", available: "95" }] },
  });
  await expect(assemble(world, "21")).rejects.toMatchObject({
    params: { components: [{ item: "医用外科口罩" }, { item: "免洗洗手液", wanted: "21", available: "20" }] },
  });
  expect(await allBalances(world)).toEqual(before);
  const [recipe] = await listRecipes(world.actors.auditor, { itemId: world.kit.id });
  const plan = await planKits(world.actors.auditor, world.warehouse.id, recipe!, null);
  expect(plan.kits).toBe(9n);
  expect(plan.components.map(({ available, enoughFor }) => [available, enoughFor])).toEqual([
    [95n, 9n],
    [20n, 20n],
  ]);
});

test("under a restriction its own lots go in first, then free ones; the kits are restricted as they are", async () => {
  const world = await makeKitWorld();
  const named = await give(world, world.mask, { quantity: "25", restrictedTo: "花木街道" });
  await give(world, world.mask, { quantity: "100", restrictedTo: "金桥镇" });
  await give(world, world.mask, { quantity: "100" });
  await give(world, world.gel, { quantity: "20" });
  const choices = await listRestrictionsIn(world.actors.auditor, world.warehouse.id);
  expect(choices.map(({ text }) => text).sort()).toEqual(["花木街道", "金桥镇"]);
  const restrictionId = choices.find(({ text }) => text === "花木街道")!.id;
  const made = await assemble(world, "5", { restrictionId });
  const kit = await getKit(world.actors.auditor, made.id);
  expect(kit.lots.map(({ quantity, restriction }) => [quantity, restriction])).toEqual([
    [2n, "花木街道"],
    [1n, "花木街道"],
    [2n, null],
  ]);
  expect((await heldBy(world, named.lot, "dock")).amount).toBe(0n);
  const order = (siteId: string, quantity: string) =>
    createDelivery(
      world.actors.warehouse_keeper,
      uuidv7(),
      CreateDelivery.parse({
        warehouseId: world.warehouse.id,
        siteId,
        boxes: "1",
        lines: [{ itemId: world.kit.id, quantity }],
      }),
    );
  await expect(order(world.site.id, "3")).rejects.toMatchObject({
    code: "insufficient_stock",
    params: { available: "2" },
  });
  await order(world.site.id, "2");
});

test("the same request twice is one assembly; two at once share what there is", async () => {
  const world = await makeKitWorld();
  await give(world, world.mask, { quantity: "100" });
  await give(world, world.gel, { quantity: "100" });
  const requestId = uuidv7();
  const [one, other] = await Promise.all([
    assemble(world, "2", {}, requestId),
    assemble(world, "2", {}, requestId),
  ]);
  expect(one).toEqual(other);
  const both = await Promise.allSettled([assemble(world, "5"), assemble(world, "5")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((each) => each.status === "rejected")?.reason).toMatchObject({ code: "kit_short" });
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("an assembly is taken back whole while all its kits stand there", async () => {
  const world = await makeKitWorld();
  await give(world, world.mask, { quantity: "100", value: "33.34" });
  await give(world, world.gel, { quantity: "7", value: "0.10" });
  const before = await allBalances(world);
  const made = await assemble(world, "3");
  await reverseEntry(world.actors.administrator, uuidv7(), { entryId: made.entryId, reason: "装错" });
  expect(await allBalances(world)).toEqual(before);
  expect(await getKit(world.actors.auditor, made.id)).toMatchObject({ takenBack: true });
  const again = await assemble(world, "3");
  await takeApart(world, again.lots[0]!, "1");
  await expect(
    reverseEntry(world.actors.administrator, uuidv7(), { entryId: again.entryId, reason: "装错" }),
  ).rejects.toMatchObject({ code: "insufficient_stock" });
});

test("what is another organization's is not found; an item without a recipe neither", async () => {
  const [world, theirs] = [await makeKitWorld(), await makeKitWorld()];
  await give(theirs, theirs.mask, { quantity: "100", restrictedTo: "花木街道" });
  const [restriction] = await listRestrictionsIn(theirs.actors.auditor, theirs.warehouse.id);
  const own = { warehouseId: world.warehouse.id, itemId: world.kit.id, quantity: "1" };
  for (const [input, what] of [
    [{ ...own, warehouseId: theirs.warehouse.id }, "warehouse"],
    [{ ...own, itemId: theirs.kit.id }, "item"],
    [{ ...own, binId: theirs.bin.id }, "bin"],
    [{ ...own, restrictionId: restriction!.id }, "restriction"],
    [{ ...own, itemId: world.mask.id }, "recipe"],
  ] as const) {
    await expect(
      assembleKits(world.actors.warehouse_keeper, uuidv7(), AssembleKits.parse(input)),
    ).rejects.toMatchObject({ code: "not_found", params: { what } });
  }
  await expect(
    assembleKits(world.actors.dispatcher, uuidv7(), AssembleKits.parse(own)),
  ).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a recipe is written anew; a kit in a kit, itself, twice the same and others' items are refused", async () => {
  const [world, theirs] = [await makeKitWorld(), await makeKitWorld()];
  await writeRecipe(world, world.kit.id, [[world.gel.id, "2"]]);
  const [recipe] = await listRecipes(world.actors.auditor);
  expect(recipe?.components).toMatchObject([{ item: "免洗洗手液", perKit: 2n }]);
  const large = await addItem(world, "大礼包", "个", "kit");
  await expect(writeRecipe(world, large.id, [[world.kit.id, "1"]])).rejects.toMatchObject({
    params: { fields: { "components.0.itemId": "kit_in_kit" } },
  });
  await expect(writeRecipe(world, world.gel.id, [[world.mask.id, "1"]])).rejects.toMatchObject({
    params: { fields: { itemId: "kit_in_kit" } },
  });
  await expect(writeRecipe(world, world.kit.id, [[theirs.mask.id, "1"]])).rejects.toMatchObject({
    code: "not_found",
  });
  const messages = (components: [string, string][]) =>
    SetRecipe.safeParse({
      itemId: world.kit.id,
      components: components.map(([itemId, quantity]) => ({ itemId, quantity })),
    }).error?.issues.map(({ message }) => message);
  await expect(writeRecipe(world, world.kit.id, [[world.kit.id, "1"]])).rejects.toMatchObject({
    params: { fields: { "components.0.itemId": "kit_in_itself" } },
  });
  expect(
    messages([
      [world.gel.id, "1"],
      [world.gel.id, "2"],
    ]),
  ).toEqual(["duplicate"]);
  expect(messages([])).toEqual(["lines_missing"]);
  await expect(
    setRecipe(
      world.actors.auditor,
      uuidv7(),
      SetRecipe.parse({ itemId: world.kit.id, components: [{ itemId: world.gel.id, quantity: "1" }] }),
    ),
  ).rejects.toMatchObject({ code: "forbidden" });
});
