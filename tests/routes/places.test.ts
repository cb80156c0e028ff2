import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { bins, db, sites, warehouses } from "#db";
import { labelBins } from "#app/domain/labels/for-bins.server.ts";
import { listSites } from "#app/domain/places/list-sites.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import * as newSitePage from "#app/routes/desk.sites.new.tsx";
import * as sitesPage from "#app/routes/desk.sites._index.tsx";
import * as warehousePage from "#app/routes/desk.warehouses.$id.tsx";
import * as warehousesPage from "#app/routes/desk.warehouses._index.tsx";
import { boxedMasks, keeperOf } from "#tests/support/boxes.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld } from "#tests/support/world.ts";

test("a warehouse is added with its first bin, and a bin to it; a name taken twice is told", async () => {
  const world = await makeWorld();
  const keeper = world.actors.warehouse_keeper;
  const add = async (name: string) =>
    warehousesPage.action(routeArgs(await posting(keeper, "/desk/warehouses", { name })));
  const { headers } = await thrownBy(add("示例东仓"));
  const id = headers.get("Location")?.split("/").at(-1) ?? "";
  expect((await db.select().from(warehouses).where(eq(warehouses.id, id)))[0]?.name).toBe("示例东仓");
  const again = await add("示例东仓");
  expect(again.init?.status).toBe(409);
  expect(again.data.values).toMatchObject({ name: "示例东仓" });

  const path = `/desk/warehouses/${id}`;
  await thrownBy(warehousePage.action(routeArgs(await posting(keeper, path, { name: "B-02" }), { id })));
  const names = await db.select({ name: bins.name }).from(bins).where(eq(bins.warehouseId, id));
  expect(names.map(({ name }) => name).sort()).toEqual(["A-01", "B-02"]);
});

test("a bin has its zone and how many boxes fit, and the list says how many stand there and its label", async () => {
  const world = await makeWorld();
  const { warehouse_keeper: keeper, auditor } = world.actors;
  const { id } = world.warehouse;
  const path = `/desk/warehouses/${id}`;
  const add = async (values: Record<string, string>) =>
    warehousePage.action(routeArgs(await posting(keeper, path, values), { id }));
  const none = await add({ name: "B-02", zone: "防护品区", capacity: "0" });
  expect(Object.keys(none.data.fields)).toEqual(["capacity"]);
  await thrownBy(add({ name: "B-02", zone: "防护品区", capacity: "2" }));
  const { codes } = await boxedMasks(world, 2);
  const { warehouse } = await warehousePage.loader(routeArgs(await asking(auditor, path), { id }));
  const bin = warehouse.bins.find(({ name }) => name === "B-02");
  expect(bin).toMatchObject({ zone: "防护品区", capacity: 2, boxes: 0, lots: 0, code: null });
  for (const code of codes) await keeperOf(world).move(code, bin!.id);
  const labels = await labelBins(keeper, uuidv7(), { warehouseId: id, binIds: [bin!.id] });
  const after = await warehousePage.loader(routeArgs(await asking(auditor, path), { id }));
  expect(after.warehouse.bins.find(({ name }) => name === "B-02")).toMatchObject({
    boxes: 2,
    lots: 1,
    code: labels.codes[0],
  });
});

test("a blank name keeps the form and says so", async () => {
  const world = await makeWorld();
  const request = await posting(world.actors.warehouse_keeper, "/desk/warehouses", {
    name: " ",
    address: "示例路 1 号",
  });
  const { data, init } = await warehousesPage.action(routeArgs(request));
  expect(init?.status).toBe(422);
  expect(data.fields).toEqual({ name: "required" });
  expect(data.values).toEqual({ address: "示例路 1 号" });
});

test("who may not add a warehouse is answered 403, and is not shown the form", async () => {
  const world = await makeWorld();
  const { auditor } = world.actors;
  const request = await posting(auditor, "/desk/warehouses", { name: "示例西仓" });
  expect((await thrownBy(warehousesPage.action(routeArgs(request)))).status).toBe(403);
  const page = await warehousesPage.loader(routeArgs(await asking(auditor, "/desk/warehouses")));
  expect(page.mayAdd).toBe(false);
});

test("another organization's warehouse and what is no id at all read as not found", async () => {
  const [ours, theirs] = [await makeWorld(), await makeWorld()];
  for (const id of [theirs.warehouse.id, "no-id"]) {
    const request = await asking(ours.actors.administrator, `/desk/warehouses/${id}`);
    expect((await thrownBy(warehousePage.loader(routeArgs(request, { id })))).status).toBe(404);
  }
  const listed = await listWarehouses(ours.actors.administrator);
  expect(listed.map(({ id }) => id)).toEqual([ours.warehouse.id]);
});

test("a site's committee is offered for its township and lends its code to a site of its name", async () => {
  const world = await makeWorld();
  const { dispatcher } = world.actors;
  const township = "310115005";
  const page = await newSitePage.loader(
    routeArgs(await asking(dispatcher, `/desk/sites/new?township=${township}`)),
  );
  const committee = page.committees[3];
  if (!committee) throw new Error("no committee");
  const request = await posting(dispatcher, "/desk/sites/new", {
    name: committee.name,
    kind: "committee",
    townshipCode: township,
  });
  const { headers } = await thrownBy(newSitePage.action(routeArgs(request)));
  expect(headers.get("Location")).toContain(`/desk/sites?township=${township}`);
  const [added] = await db
    .select()
    .from(sites)
    .where(and(eq(sites.organizationId, world.organizationId), eq(sites.name, committee.name)));
  expect(added?.committeeCode).toBe(committee.code);
});

test("a township that does not exist, and a committee of another one, are refused beside their field", async () => {
  const world = await makeWorld();
  const answer = async (values: Record<string, string>) => {
    const form = { name: "示例花园小区", kind: "compound", ...values };
    const request = await posting(world.actors.dispatcher, "/desk/sites/new", form);
    return (await newSitePage.action(routeArgs(request))).data.fields;
  };
  expect(await answer({ townshipCode: "999999999" })).toEqual({ townshipCode: "bad_township" });
  expect(await answer({ townshipCode: "310115005", committeeCode: "310115004001" })).toEqual({
    committeeCode: "bad_committee",
  });
});

test("sites are found by part of a name, where % is only a character, and within reach only", async () => {
  const [ours, theirs] = [await makeWorld(), await makeWorld()];
  const { administrator } = ours.actors;
  const names = async (q: string) => (await listSites(administrator, { q })).rows.map(({ name }) => name);
  expect(await names("方舱")).toEqual(["花木方舱医院"]);
  expect(await names("%")).toEqual([]);
  const page = await sitesPage.loader(
    routeArgs(await asking(administrator, "/desk/sites?township=310115016&page=x")),
  );
  expect(page.sites.rows.map(({ id }) => id)).toEqual([ours.fieldHospital.id]);
  expect(page.sites.rows.map(({ id }) => id)).not.toContain(theirs.fieldHospital.id);
});
