import { expect, test } from "vitest";
import { getBox } from "#app/domain/boxes/get.server.ts";
import * as palletsPage from "#app/routes/desk.boxes.pallets.tsx";
import { boxedMasks, boxOf, keeperOf, snapshotOf } from "#tests/support/boxes.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const make = async (world: World, values: Record<string, string>) =>
  palletsPage.action(routeArgs(await posting(world.actors.warehouse_keeper, "/desk/boxes/pallets", values)));

test("pallets are made where boxes stand, their labels are printed, and a box goes onto one and along with it", async () => {
  const world = await makeWorld();
  const keeper = keeperOf(world);
  const [box = ""] = (await boxedMasks(world, 1)).codes;
  await keeper.move(box, world.bin.id);
  const page = await palletsPage.loader(
    routeArgs(await asking(world.actors.warehouse_keeper, "/desk/boxes/pallets")),
  );
  expect(page.warehouse).toMatchObject({ id: world.warehouse.id, bins: [{ id: world.bin.id }] });
  const made = await thrownBy(
    make(world, { warehouseId: world.warehouse.id, binId: world.bin.id, pallets: "2" }),
  );
  const [, codes = ""] = /^\/desk\/labels\/print\?codes=(.+)$/.exec(made.headers.get("Location") ?? "") ?? [];
  const [pallet = "", other = ""] = codes.split(",");
  expect(await boxOf(other)).toMatchObject({ kind: "pallet", accountId: world.bin.accountId });
  await keeper.nest(box, pallet);
  await keeper.move(pallet, "dock");
  expect((await boxOf(box)).accountId).toBe(world.warehouse.dockAccountId);
  const { kind, boxes, events } = await getBox(world.actors.auditor, pallet);
  expect({ kind, on: boxes.map(({ code }) => code), did: events.map((event) => event.kind) }).toEqual({
    kind: "pallet",
    on: [box],
    did: ["box.move", "box.pack"],
  });
});

test("none, too many and a bin of another warehouse are refused and make nothing; at the dock without a bin", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const before = await snapshotOf(world);
  const warehouseId = world.warehouse.id;
  expect((await make(world, { warehouseId, pallets: "0" })).data.fields).toEqual({ pallets: "not_positive" });
  expect((await make(world, { warehouseId, pallets: "101" })).data.fields).toEqual({ pallets: "too_large" });
  const elsewhere = await make(world, { warehouseId, binId: other.bin.id, pallets: "1" });
  expect(elsewhere.init?.status).toBe(404);
  expect(await snapshotOf(world)).toEqual(before);
  const made = await thrownBy(make(world, { warehouseId, pallets: "1" }));
  const [code = ""] = made.headers.get("Location")?.split("=").slice(-1) ?? [];
  expect((await boxOf(code)).accountId).toBe(world.warehouse.dockAccountId);
});
