import { expect, test } from "vitest";
import { loader as kitPage } from "#app/routes/desk.kits.$id.tsx";
import { action as assembleForm, loader as assemblePage } from "#app/routes/desk.kits.new.tsx";
import { action as recipeForm } from "#app/routes/desk.kits.recipe.tsx";
import { action as takeApartForm } from "#app/routes/desk.kits.take-apart.tsx";
import { action as receiveForm, loader as transferPage } from "#app/routes/desk.transfers.$id._index.tsx";
import { action as sendForm } from "#app/routes/desk.transfers.new.tsx";
import { action as decideForm, loader as writeOffPage } from "#app/routes/desk.write-offs.$id.tsx";
import { give, heldBy, makeKitWorld } from "#tests/support/kits.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { secondWarehouse } from "#tests/support/transfers.ts";
import type { World } from "#tests/support/world.ts";
import { askToWriteOff } from "#tests/support/write-offs.ts";

type Role = keyof World["actors"];

const sender =
  (world: World) =>
  async (role: Role, path: string, values: Record<string, string>, params: Record<string, string> = {}) =>
    routeArgs(await posting(world.actors[role], path, values), params);

/** The id in the address that a form leads to: `/desk/kits/<id>?done=made`. */
const idOf = (answer: Response) =>
  /\/([0-9a-f-]{36})\?/.exec(answer.headers.get("Location") ?? "")?.[1] ?? "";

test("a recipe is written, kits are made as far as the page says, and one is taken apart", async () => {
  const world = await makeKitWorld();
  const send = sender(world);
  await give(world, world.mask, { quantity: "65" });
  await give(world, world.gel, { quantity: "9" });
  const recipe = {
    itemId: world.kit.id,
    "components.0.itemId": world.mask.id,
    "components.0.quantity": "5",
    "components.1.itemId": world.gel.id,
    "components.1.quantity": "1",
  };
  const saved = await thrownBy(recipeForm(await send("warehouse_keeper", "/desk/kits/recipe", recipe)));
  expect(saved.headers.get("Location")).toBe("/desk/kits?saved");
  const request = await asking(world.actors.warehouse_keeper, `/desk/kits/new?item=${world.kit.id}`);
  const page = await assemblePage(routeArgs(request));
  expect(page.plan?.kits).toBe(9n);
  const make = async (quantity: string) =>
    assembleForm(
      await send("warehouse_keeper", "/desk/kits/new", {
        warehouseId: world.warehouse.id,
        itemId: world.kit.id,
        restrictionId: "",
        binId: "",
        quantity,
      }),
    );
  const short = await make("10");
  expect(short.init?.status).toBe(409);
  expect(short.data.form).toContain("免洗洗手液要 10 瓶，只有 9 瓶，还差 1 瓶");
  const id = idOf(await thrownBy(make("9")));
  const kit = await kitPage(routeArgs(await asking(world.actors.auditor, `/desk/kits/${id}`), { id }));
  const [lot] = kit.kit.lots;
  expect(lot).toMatchObject({ quantity: 9n, places: [{ warehouseId: world.warehouse.id, quantity: 9n }] });
  const at = `warehouse=${world.warehouse.id}&lot=${lot?.assetId}&at=${lot?.places[0]?.accountId}`;
  const apart = takeApartForm(
    await send("warehouse_keeper", `/desk/kits/take-apart?${at}`, { quantity: "2" }),
  );
  expect((await thrownBy(apart)).headers.get("Location")).toBe(`/desk/kits/${id}?done=apart`);
  expect((await heldBy(world, lot?.assetId ?? "", "dock")).amount).toBe(7n);
});

test("lots with a quantity are sent; a missing part needs a word beside its line; the sender is told to leave it", async () => {
  const world = await makeKitWorld();
  const send = sender(world);
  const there = await secondWarehouse(world);
  const first = await give(world, world.mask, { quantity: "65" });
  const second = await give(world, world.gel, { quantity: "9" });
  const row = (lot: string) => `lines.lot${lot}-${world.warehouse.dockAccountId}.quantity`;
  const values = { fromWarehouseId: world.warehouse.id, toWarehouseId: there.id };
  const submit = async (lines: Record<string, string>) =>
    sendForm(await send("warehouse_keeper", "/desk/transfers/new", { ...values, ...lines }));
  expect((await submit({})).data.fields).toEqual({ lines: "lines_missing" });
  expect((await submit({ [row(first.lot)]: "0" })).data.fields).toEqual({ [row(first.lot)]: "not_positive" });
  const id = idOf(await thrownBy(submit({ [row(first.lot)]: "60", [row(second.lot)]: "" })));
  const path = `/desk/transfers/${id}`;
  const load = async (role: Role) => transferPage(routeArgs(await asking(world.actors[role], path), { id }));
  expect(await load("warehouse_keeper")).toMatchObject({ mayReceive: true, isOwn: true });
  expect(await load("auditor")).toMatchObject({ mayReceive: false, mayCancel: false });
  const receive = async (remark: string) => {
    const counted = { "lines.0.n": "1", "lines.0.received": "58", "lines.0.remark": remark };
    return receiveForm(await send("administrator", path, counted, { id }));
  };
  expect((await receive("")).data.fields).toEqual({ "lines.0.remark": "reason_required" });
  await thrownBy(receive("少一包"));
  expect((await heldBy(world, first.lot, "dispute")).amount).toBe(2n);
});

test("whoever asked may not approve without an emergency; a rejection needs a word; then it is decided", async () => {
  const world = await makeKitWorld();
  const send = sender(world);
  const { lot } = await give(world, world.mask, { quantity: "65" });
  const { id } = await askToWriteOff(world, lot);
  const path = `/desk/write-offs/${id}`;
  const decide = async (role: Role, values: Record<string, string>) =>
    decideForm(await send(role, path, values, { id }));
  const own = await decide("warehouse_keeper", { intent: "approve", overrideReason: "" });
  expect(own.init?.status).toBe(403);
  const rejection = await decide("fund_officer", { intent: "reject", remark: "" });
  expect(rejection.data).toMatchObject({ isRejection: true, fields: { remark: "required" } });
  const load = async (role: Role) => writeOffPage(routeArgs(await asking(world.actors[role], path), { id }));
  expect(await load("warehouse_keeper")).toMatchObject({ mayDecide: true, isOwn: true });
  await thrownBy(decide("fund_officer", { intent: "approve" }));
  expect(await load("fund_officer")).toMatchObject({ mayDecide: false, document: { status: "approved" } });
  expect((await heldBy(world, lot, "dock")).amount).toBe(58n);
});
