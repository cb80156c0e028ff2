import { expect, test } from "vitest";
import { formatCode } from "#app/domain/code.ts";
import * as movePage from "#app/routes/desk.stock.move.tsx";
import * as packPage from "#app/routes/desk.stock.pack.tsx";
import * as stockPage from "#app/routes/desk.stock._index.tsx";
import { boxedMasks, boxOf, heldAt, snapshotOf } from "#tests/support/boxes.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

/** Where a form of a lot at the dock is: `/desk/stock/move?warehouse=…&lot=…&at=…`. */
const formOf = (world: World, act: "move" | "pack", asset: string, at = world.warehouse.dockAccountId) =>
  `/desk/stock/${act}?warehouse=${world.warehouse.id}&lot=${asset}&at=${at}`;

const move = async (world: World, path: string, values: Record<string, string>) =>
  movePage.action(routeArgs(await posting(world.actors.warehouse_keeper, path, values)));

const pack = async (world: World, path: string, values: Record<string, string>) =>
  packPage.action(routeArgs(await posting(world.actors.warehouse_keeper, path, values)));

test("goods go from the dock to a bin, to quarantine with a reason, and are released with one", async () => {
  const world = await makeWorld();
  const [asset = ""] = await stockMasks(world, { quantity: "100" });
  const { dockAccountId: dock, quarantineAccountId: quarantine } = world.warehouse;
  const path = formOf(world, "move", asset);
  const moved = await thrownBy(move(world, path, { to: world.bin.id, quantity: "60" }));
  expect(moved.headers.get("Location")).toBe(
    `/desk/stock?warehouse=${world.warehouse.id}&item=${world.mask.id}&moved`,
  );
  expect(await heldAt(world.bin.accountId, asset)).toBe(60n);

  const silent = await move(world, path, { to: "quarantine", quantity: "40" });
  expect(silent.data.fields).toEqual({ reason: "reason_required" });
  await thrownBy(move(world, path, { to: "quarantine", quantity: "40", reason: "受潮" }));
  expect(await heldAt(quarantine, asset)).toBe(40n);
  const held = formOf(world, "move", asset, quarantine);
  await thrownBy(move(world, held, { to: "dock", quantity: "30", reason: "查过，没坏" }));
  expect([await heldAt(quarantine, asset), await heldAt(dock, asset)]).toEqual([10n, 30n]);
});

test("too much, a bin of another warehouse, and what stands in boxes are refused and change nothing", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { asset, codes } = await boxedMasks(world, 2, 5);
  const path = formOf(world, "move", asset);
  const before = await snapshotOf(world);
  const tooMuch = await move(world, path, { to: world.bin.id, quantity: "26" });
  expect(tooMuch.data.form).toContain("医用外科口罩");
  const elsewhere = await move(world, path, { to: other.bin.id, quantity: "1" });
  expect(elsewhere.init?.status).toBe(404);
  const boxed = await move(world, path, { to: world.bin.id, quantity: "6" });
  expect(boxed.init?.status).toBe(409);
  const named = codes.toSorted().map(formatCode).join("、");
  expect(boxed.data.form).toContain(`测试仓 · 收货区的医用外科口罩有 2 箱贴了标签（${named}）`);
  expect(await snapshotOf(world)).toEqual(before);
  await thrownBy(move(world, path, { to: world.bin.id, quantity: "5" }));
  expect(await heldAt(world.bin.accountId, asset)).toBe(5n);
});

test("the pages say how much stands loose, and offer no place the goods are in already", async () => {
  const world = await makeWorld();
  const { asset } = await boxedMasks(world, 2, 5);
  const keeper = world.actors.warehouse_keeper;
  const moving = await movePage.loader(routeArgs(await asking(keeper, formOf(world, "move", asset))));
  expect(moving.lot).toMatchObject({ quantity: 25n, loose: 5n, place: "dock" });
  const packing = await packPage.loader(routeArgs(await asking(keeper, formOf(world, "pack", asset))));
  expect(packing.lot.loose).toBe(5n);
});

test("loose goods are boxed where they stand, and the way on is to print their labels", async () => {
  const world = await makeWorld();
  const [asset = ""] = await stockMasks(world, { quantity: "100" });
  const path = formOf(world, "pack", asset);
  const packed = await thrownBy(pack(world, path, { boxes: "3", quantity: "30" }));
  const [, codes = ""] =
    /^\/desk\/labels\/print\?codes=(.+)$/.exec(packed.headers.get("Location") ?? "") ?? [];
  expect(codes.split(",")).toHaveLength(3);
  for (const code of codes.split(",")) {
    expect((await boxOf(code)).accountId).toBe(world.warehouse.dockAccountId);
  }
  const before = await snapshotOf(world);
  const short = await pack(world, path, { boxes: "1", quantity: "11" });
  expect(short.init?.status).toBe(409);
  expect((await pack(world, path, { boxes: "0", quantity: "1" })).init?.status).toBe(422);
  expect(await snapshotOf(world)).toEqual(before);
});

test("who may not is not shown the acts and is answered 403; another organization's lot is not found", async () => {
  const [ours, theirs] = [await makeWorld(), await makeWorld()];
  const [asset = ""] = await stockMasks(ours, { quantity: "10" });
  const { auditor, dispatcher } = ours.actors;
  const stock = async (actor: typeof auditor) =>
    (await stockPage.loader(routeArgs(await asking(actor, "/desk/stock")))).may;
  expect(await stock(auditor)).toEqual({ move: false, pack: false, writeOff: false, print: false });
  expect(await stock(dispatcher)).toEqual({ move: false, pack: true, writeOff: false, print: true });
  for (const [act, { loader }] of [
    ["move", movePage],
    ["pack", packPage],
  ] as const) {
    const path = formOf(ours, act, asset);
    expect((await thrownBy(loader(routeArgs(await asking(auditor, path))))).status).toBe(403);
    const stranger = await asking(theirs.actors.warehouse_keeper, path);
    expect((await thrownBy(loader(routeArgs(stranger)))).status).toBe(404);
  }
});
