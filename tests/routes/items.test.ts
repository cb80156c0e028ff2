import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { addItem } from "#app/domain/items/add.server.ts";
import { confirmItems } from "#app/domain/items/confirm.server.ts";
import { getItem } from "#app/domain/items/get.server.ts";
import { AddItem } from "#app/domain/items/schema.ts";
import * as itemPage from "#app/routes/desk.items.$id._index.tsx";
import * as editPage from "#app/routes/desk.items.$id.edit.tsx";
import * as mergePage from "#app/routes/desk.items.$id.merge.tsx";
import * as listPage from "#app/routes/desk.items._index.tsx";
import * as newPage from "#app/routes/desk.items.new.tsx";
import * as reviewPage from "#app/routes/desk.items.review.tsx";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const add = (world: World, name: string) =>
  addItem(world.actors.administrator, uuidv7(), AddItem.parse({ name, unit: "只", category: "protection" }));

const post = async (world: World, path: string, values: Record<string, string>) =>
  posting(world.actors.warehouse_keeper, path, values);

const locationOf = async (work: Promise<unknown>) => (await thrownBy(work)).headers.get("Location");

test("an item is added with its packs by a plain form, and found by its initials", async () => {
  const world = await makeWorld();
  const request = await post(world, "/desk/items/new", {
    name: "N95口罩",
    unit: "只",
    category: "protection",
    "packs.0.name": "箱",
    "packs.0.count": "1,0",
    "packs.1.name": "盒",
    "packs.1.count": "20",
  });
  const refused = await newPage.action(routeArgs(request));
  expect(refused.data.fields).toEqual({ "packs.0.count": "not_a_number" });
  expect(refused.data.values).toMatchObject({ packs: [{ count: "1,0" }, { name: "盒" }] });
  const values = {
    name: "N95口罩",
    unit: "只",
    category: "protection",
    "packs.0.name": "箱",
    "packs.0.count": "10",
    "packs.0.of": "盒",
    "packs.3.name": "盒",
    "packs.3.count": "20",
    "aliases.0.name": "",
  };
  const added = await locationOf(newPage.action(routeArgs(await post(world, "/desk/items/new", values))));
  const id = /\/desk\/items\/(.+)\?added/.exec(added ?? "")?.[1] ?? "";
  expect(await getItem(world.actors.auditor, id)).toMatchObject({ packSize: 200n, aliases: [] });
  const list = await listPage.loader(
    routeArgs(await asking(world.actors.auditor, "/desk/items?q=n95kz&category=protection")),
  );
  expect(list.items.rows.map((row) => row.id)).toEqual([id]);
  expect([list.mayAdd, list.unreviewed]).toEqual([false, 1]);
});

test("“add a line” without script keeps what was typed and adds a line to each list", async () => {
  const world = await makeWorld();
  const path = `/desk/items/${world.mask.id}/edit`;
  const request = await post(world, path, { name: "口罩", "aliases.0.name": "蓝口罩", intent: "add-line" });
  const answer = await editPage.action(routeArgs(request, { id: world.mask.id }));
  expect(answer.data).toMatchObject({
    fields: {},
    values: { name: "口罩", aliases: [{ name: "蓝口罩" }, {}] },
  });
});

test("the form opens with what is known, and a name of another item is said above it", async () => {
  const world = await makeWorld();
  await add(world, "N95口罩");
  const params = { id: world.mask.id };
  const path = `/desk/items/${world.mask.id}/edit`;
  const page = await editPage.loader(routeArgs(await asking(world.actors.dispatcher, path), params));
  expect(page.others.map(({ label }) => label)).toEqual(["N95口罩"]);
  const request = await post(world, path, {
    itemId: world.mask.id,
    name: "n95 口罩",
    category: "protection",
  });
  const answer = await editPage.action(routeArgs(request, params));
  expect(answer.init?.status).toBe(409);
  expect(answer.data.form).toContain("“n95 口罩”已经是N95口罩的名字");
});

test("a merge is looked at before it is done, and the old page leads to the kept item", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "10" });
  const kept = await add(world, "外科口罩");
  const params = { id: world.mask.id };
  const path = `/desk/items/${world.mask.id}/merge`;
  const load = async (query: string) =>
    mergePage.loader(routeArgs(await asking(world.actors.warehouse_keeper, path + query), params));
  expect((await load("")).targets.map(({ name }) => name)).toEqual(["外科口罩"]);
  expect((await load(`?into=${kept.id}`)).preview).toMatchObject({ lots: 1, names: 1 });
  expect((await thrownBy(load(`?into=${world.mask.id}`))).status).toBe(404);
  const merged = mergePage.action(routeArgs(await post(world, path, { intoId: kept.id }), params));
  expect(await locationOf(merged)).toBe(`/desk/items/${kept.id}?merged`);
  for (const page of [itemPage.loader, editPage.loader, mergePage.loader]) {
    const request = await asking(world.actors.administrator, `/desk/items/${world.mask.id}`);
    expect(await locationOf(page(routeArgs(request, params)))).toBe(`/desk/items/${kept.id}`);
  }
});

test("on the review list a new item is a known one, or new", async () => {
  const world = await makeWorld();
  await confirmItems(world.actors.administrator, uuidv7(), { itemIds: [world.mask.id] });
  await stockMasks(world, { item: "外科口罩" }, { item: "护目镜" });
  const load = async () =>
    reviewPage.loader(routeArgs(await asking(world.actors.warehouse_keeper, "/desk/items/review")));
  const before = await load();
  const idOf = (name: string) => before.rows.find((row) => row.name === name)?.id ?? "";
  const act = async (values: Record<string, string>) =>
    reviewPage.action(routeArgs(await post(world, "/desk/items/review", values)));
  const merging = { intent: "merge", fromId: idOf("外科口罩"), intoId: world.mask.id };
  expect(await locationOf(act(merging))).toBe("/desk/items/review");
  expect((await act(merging)).data.form).toContain("刚才有人改过这种物资");
  await thrownBy(act({ intent: "confirm", "itemIds.0": idOf("护目镜") }));
  expect(await load()).toMatchObject({ rows: [], total: 0 });
  expect((await getItem(world.actors.auditor, world.mask.id)).aliases).toEqual(["外科口罩"]);
});

test("a dispatcher may say that an item is new, but not merge it", async () => {
  const world = await makeWorld();
  const { dispatcher } = world.actors;
  const page = await reviewPage.loader(routeArgs(await asking(dispatcher, "/desk/items/review")));
  expect([page.mayConfirm, page.mayMerge]).toEqual([true, false]);
  const merge = { intent: "merge", fromId: world.mask.id, intoId: world.mask.id };
  const request = await posting(dispatcher, "/desk/items/review", merge);
  expect((await thrownBy(reviewPage.action(routeArgs(request)))).status).toBe(403);
});
