import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { balances, db } from "#db";
import { todayInShanghai } from "#app/domain/dates.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { listStock } from "#app/domain/stock/list.server.ts";
import * as putAwayPage from "#app/routes/desk.stock.put-away.tsx";
import * as stockPage from "#app/routes/desk.stock._index.tsx";
import * as writeOffPage from "#app/routes/desk.stock.write-off.tsx";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const held = async (account: bigint, asset: string) => {
  const [row] = await db
    .select()
    .from(balances)
    .where(and(eq(balances.accountId, account), eq(balances.assetId, BigInt(asset))));
  return row?.amount ?? 0n;
};

const putAway = async (world: World, values: Record<string, string>) =>
  putAwayPage.action(
    routeArgs(
      await posting(world.actors.warehouse_keeper, "/desk/stock/put-away", {
        warehouseId: world.warehouse.id,
        ...values,
      }),
    ),
  );

test("each quantity has its own name and they add up", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100", expiresOn: "2020-01-01" }, { quantity: "50" });
  await createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "1",
      lines: [{ itemId: world.mask.id, quantity: "20" }],
    }),
  );
  const { rows, total } = await listStock(world.actors.auditor, {});
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    item: "医用外科口罩",
    onHand: 150n,
    atDock: 130n,
    inBins: 0n,
    packed: 20n,
    heldBack: 0n,
    available: 30n,
    expired: 100n,
    firstExpiry: "2020-01-01",
    lotCount: 3,
  });
  expect(rows[0]?.lots.map(({ place, quantity }) => [place, quantity])).toEqual([
    ["dock", 100n],
    ["dock", 30n],
    ["staging", 20n],
  ]);
});

test("what expires soon and what waits at the dock have views of their own", async () => {
  const world = await makeWorld();
  const today = todayInShanghai();
  const [soon] = await stockMasks(
    world,
    { quantity: "10", expiresOn: today },
    { quantity: "20", expiresOn: "2099-01-01" },
    { quantity: "30" },
  );
  const expiring = await listStock(world.actors.auditor, { view: "expiring" });
  expect(expiring.rows[0]?.lots.map(({ assetId }) => assetId)).toEqual([soon]);
  await thrownBy(
    putAway(world, { [`lines.lot${soon}.binId`]: world.bin.id, [`lines.lot${soon}.quantity`]: "10" }),
  );
  const waiting = await listStock(world.actors.auditor, { view: "dock" });
  expect(waiting.rows[0]?.onHand).toBe(50n);
});

test("several lots are put away at once; those without a bin stay at the dock", async () => {
  const world = await makeWorld();
  const [first, second, third] = await stockMasks(
    world,
    { quantity: "100" },
    { quantity: "40" },
    { quantity: "7" },
  );
  const answer = await thrownBy(
    putAway(world, {
      [`lines.lot${first}.binId`]: world.bin.id,
      [`lines.lot${first}.quantity`]: "100",
      [`lines.lot${second}.binId`]: world.bin.id,
      [`lines.lot${second}.quantity`]: "15",
      [`lines.lot${third}.binId`]: "",
      [`lines.lot${third}.quantity`]: "7",
    }),
  );
  expect(answer.headers.get("Location")).toBe(`/desk/stock?warehouse=${world.warehouse.id}&put=2`);
  expect(await held(world.bin.accountId, first ?? "")).toBe(100n);
  expect(await held(world.bin.accountId, second ?? "")).toBe(15n);
  expect(await held(world.warehouse.dockAccountId, second ?? "")).toBe(25n);
  expect(await held(world.warehouse.dockAccountId, third ?? "")).toBe(7n);
});

test.each([
  ["-1", "not_positive"],
  ["0", "not_positive"],
  ["1.5", "not_whole"],
  ["99999999999999999999", "too_large"],
  ["many", "not_a_number"],
  ["", "required"],
])("putting away %o is refused beside its lot and keeps what was typed", async (quantity, key) => {
  const world = await makeWorld();
  const [lot] = await stockMasks(world, { quantity: "100" });
  const { data, init } = await putAway(world, {
    [`lines.lot${lot}.binId`]: world.bin.id,
    [`lines.lot${lot}.quantity`]: quantity,
  });
  expect(init?.status).toBe(422);
  expect(data.fields).toEqual({ [`lines.lot${lot}.quantity`]: key });
  expect(data.values).toMatchObject({ lines: { [`lot${lot}`]: { binId: world.bin.id } } });
});

test("nothing chosen, more than there is, and another organization's lot and bin are refused", async () => {
  const [world, theirs] = [await makeWorld(), await makeWorld()];
  const [lot] = await stockMasks(world, { quantity: "100" });
  const [theirLot] = await stockMasks(theirs, { quantity: "100" });
  expect((await putAway(world, {})).data.fields).toEqual({ lines: "lines_missing" });
  const put = async (asset: string | undefined, binId: string, quantity: string) =>
    putAway(world, { [`lines.lot${asset}.binId`]: binId, [`lines.lot${asset}.quantity`]: quantity });
  const tooMany = await put(lot, world.bin.id, "101");
  expect(tooMany.init?.status).toBe(409);
  expect(tooMany.data.form).toContain("还差 1 只");
  expect((await put(theirLot, world.bin.id, "1")).init?.status).toBe(404);
  expect((await put(lot, theirs.bin.id, "1")).init?.status).toBe(404);
  const request = await asking(
    world.actors.warehouse_keeper,
    `/desk/stock/put-away?warehouse=${theirs.warehouse.id}`,
  );
  expect((await thrownBy(putAwayPage.loader(routeArgs(request)))).status).toBe(404);
});

test("writing off is asked for with its reason and evidence; not more than there is, nor without a word", async () => {
  const world = await makeWorld();
  const [lot] = await stockMasks(world, { quantity: "100" });
  const path = `/desk/stock/write-off?warehouse=${world.warehouse.id}&lot=${lot}&at=${world.warehouse.dockAccountId}`;
  const ask = async (values: Record<string, string>) =>
    writeOffPage.action(routeArgs(await posting(world.actors.warehouse_keeper, path, values)));
  const refused = await ask({ quantity: "-3", reason: "damaged" });
  expect(refused.data.fields).toEqual({ quantity: "not_positive", remark: "required" });
  const tooMany = await ask({ quantity: "101", reason: "damaged", remark: "箱子受潮" });
  expect(tooMany.init?.status).toBe(409);
  const answer = await thrownBy(
    ask({ quantity: "30", reason: "damaged", remark: "箱子受潮", evidence: "照片" }),
  );
  expect(answer.headers.get("Location")).toMatch(/^\/desk\/write-offs\/[0-9a-f-]{36}\?done=asked$/);
  expect(await held(world.warehouse.dockAccountId, lot ?? "")).toBe(100n);
});

test("a lot of another organization, or where none stands, cannot be written off", async () => {
  const [world, theirs] = [await makeWorld(), await makeWorld()];
  const [theirLot] = await stockMasks(theirs, { quantity: "100" });
  const at = theirs.warehouse.dockAccountId;
  for (const query of [
    `warehouse=${theirs.warehouse.id}&lot=${theirLot}&at=${at}`,
    `warehouse=${world.warehouse.id}&lot=${theirLot}&at=${at}`,
    "warehouse=x&lot=1&at=1",
    `warehouse=${world.warehouse.id}&lot=x&at=1`,
    "",
  ]) {
    const request = await asking(world.actors.administrator, `/desk/stock/write-off?${query}`);
    expect((await thrownBy(writeOffPage.loader(routeArgs(request)))).status).toBe(404);
  }
});

test("the stock of one's own reach only, and a warehouse that is no id reads as not found", async () => {
  const [world, theirs] = [await makeWorld(), await makeWorld()];
  await stockMasks(theirs, { quantity: "100" });
  const { auditor } = world.actors;
  const load = async (query: string) =>
    stockPage.loader(routeArgs(await asking(auditor, `/desk/stock?${query}`)));
  expect((await load(`warehouse=${theirs.warehouse.id}`)).stock.rows).toEqual([]);
  expect((await load("q=%25&view=nothing&page=-1")).stock.rows).toEqual([]);
  expect((await thrownBy(load("warehouse=x"))).status).toBe(404);
});
