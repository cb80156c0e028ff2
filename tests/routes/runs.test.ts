import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { action as planForm, loader as planPage } from "#app/routes/desk.runs.new.tsx";
import { action as runForm, loader as runPage } from "#app/routes/desk.runs.$id._index.tsx";
import { action as cancelForm } from "#app/routes/desk.runs.$id.cancel.tsx";
import { loader as paperPage } from "#app/routes/desk.runs.$id.paper.tsx";
import { action as fleetForm, loader as fleetPage } from "#app/routes/desk.vehicles._index.tsx";
import { action as driverForm } from "#app/routes/desk.vehicles.drivers.$id.tsx";
import { action as siteForm } from "#app/routes/desk.sites.new.tsx";
import { listSites } from "#app/domain/places/list-sites.server.ts";
import { listPlannable } from "#app/domain/runs/list-plannable.server.ts";
import { pickerValue } from "#app/domain/moment.ts";
import { checkPlan } from "#app/domain/runs/plan-check.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { packed, runWorld } from "#tests/support/runs.ts";
import type { World } from "#tests/support/world.ts";

type Role = keyof World["actors"];

const sender =
  (world: World) =>
  async (
    path: string,
    values: Record<string, string>,
    params: Record<string, string> = {},
    role: Role = "dispatcher",
  ) =>
    routeArgs(await posting(world.actors[role], path, values), params);

const soon = (hours: number) => pickerValue(new Date(Date.now() + hours * 3_600_000));

/** A vehicle, a pass and a driver, all by the forms of the page. */
async function registered(world: World) {
  const send = sender(world);
  const fill = async (values: Record<string, string>) => fleetForm(await send("/desk/vehicles", values));
  await thrownBy(fill({ intent: "vehicle", plate: "沪A·12345", capacityBoxes: "10", capacityM3: "12.5" }));
  await thrownBy(fill({ intent: "driver", name: "王师傅", healthPaperUntil: "2999-01-01" }));
  const load = async () => fleetPage(routeArgs(await asking(world.actors.auditor, "/desk/vehicles")));
  const [vehicle] = (await load()).vehicles;
  const pass = {
    intent: "pass",
    vehicleId: vehicle!.id,
    number: "沪通-1",
    validFrom: soon(-1),
    validTo: soon(3),
  };
  return { fill, load, vehicle: vehicle!, pass };
}

test("vehicle, pass and driver are registered by forms that say what is wrong with them", async () => {
  const { world } = await runWorld();
  const { fill, load, vehicle, pass } = await registered(world);
  expect(vehicle).toMatchObject({ plate: "沪A12345", capacityBoxes: 10, capacityTenthsM3: 125 });
  const nowhere = await fill(pass);
  expect(nowhere.data).toMatchObject({
    intent: "pass",
    errors: { fields: { townshipCodes: "townships_or_everywhere" } },
  });
  const backwards = await fill({ ...pass, everywhere: "true", validTo: soon(-2) });
  expect(backwards.data.errors?.fields).toEqual({ validTo: "ends_before_start" });
  expect((await fill({ intent: "vehicle", plate: "沪B1", capacityM3: "much" })).data.errors?.fields).toEqual({
    capacityM3: "bad_volume",
  });
  await thrownBy(fill({ ...pass, "townshipCodes[]": "310115004" }));
  const { passes, drivers } = await load();
  expect(passes).toMatchObject([{ plate: "沪A12345", everywhere: false, townships: [expect.any(String)] }]);
  const send = sender(world);
  const id = drivers[0]!.id;
  await thrownBy(
    driverForm(
      await send(`/desk/vehicles/drivers/${id}`, { name: "王师傅", healthPaperUntil: "2023-01-01" }, { id }),
    ),
  );
  expect((await load()).drivers).toMatchObject([{ healthPaperUntil: "2023-01-01" }]);
  await thrownBy(fill({ intent: "revoke", passId: passes[0]!.id }));
  await thrownBy(fill({ intent: "retire", vehicleId: vehicle.id }));
  expect(await load()).toMatchObject({ passes: [], vehicles: [] });
});

test("the plan says what is missing while it is typed; the run leaves without that stop, arrives and is done", async () => {
  const { world, near, far } = await runWorld();
  const { fill, load, pass, vehicle } = await registered(world);
  await thrownBy(fill({ ...pass, everywhere: "true" }));
  const chosen = `/desk/runs/new?warehouse=${world.warehouse.id}&delivery=${near.id}&delivery=${far.id}`;
  const page = await planPage(routeArgs(await asking(world.actors.dispatcher, chosen)));
  expect(page.chosen.toSorted()).toEqual([near.id, far.id].toSorted());
  const typed = {
    vehicleId: vehicle.id,
    driverId: (await load()).drivers[0]!.id,
    leavesAt: soon(0.5),
    stops: { [near.id]: { arrivesAt: soon(1) }, [far.id]: { arrivesAt: soon(5) } },
  };
  const offered = { ...page.crew!, deliveries: page.deliveries, townships: page.townships };
  const verdicts = checkPlan(typed, offered);
  expect(verdicts.get(near.id)).toMatchObject({ n: 1, problems: [] });
  expect(verdicts.get(far.id)).toMatchObject({ n: 2, problems: [{ is: "pass_ends" }] });
  const atPoint = {
    ...typed.stops,
    [far.id]: { arrivesAt: soon(2), townshipCode: "310115004", place: "路口" },
  };
  expect(checkPlan({ ...typed, stops: atPoint }, offered).get(far.id)?.problems).toEqual([]);
  expect(checkPlan({ leavesAt: "soon" }, offered).size).toBe(0);

  const send = sender(world);
  const form = {
    warehouseId: world.warehouse.id,
    vehicleId: typed.vehicleId,
    driverId: typed.driverId,
    leavesAt: typed.leavesAt,
    [`stops.${near.id}.arrivesAt`]: soon(1),
    [`stops.${far.id}.arrivesAt`]: soon(5),
  };
  const late = await planForm(await send("/desk/runs/new", { ...form, leavesAt: soon(2) }));
  expect(late.data.fields).toEqual({ leavesAt: "leaves_after_stop" });
  const halfPoint = { ...form, [`stops.${far.id}.place`]: "路口" };
  expect((await planForm(await send("/desk/runs/new", halfPoint))).data.fields).toEqual({
    [`stops.${far.id}.townshipCode`]: "required",
  });
  const planned = await thrownBy(planForm(await send("/desk/runs/new", form)));
  const id = /\/([0-9a-f-]{36})\?done=planned/.exec(planned.headers.get("Location") ?? "")?.[1] ?? "";
  const run = async (values: Record<string, string>, role: Role = "dispatcher") =>
    runForm(await send(`/desk/runs/${id}`, values, { id }, role));
  const refused = await run({ intent: "leave" });
  expect(refused.init?.status).toBe(409);
  expect(refused.data.form).toMatch(/通行证 .*到期，第 2 站/);
  expect((await thrownBy(run({ intent: "leave" }, "warehouse_keeper"))).status).toBe(403);
  await thrownBy(run({ intent: "leave", "without[]": "2", requestId: uuidv7() }));
  expect((await run({ intent: "finish" }, "warehouse_keeper")).data.form).toContain("第 1 站还没到");
  await thrownBy(run({ intent: "arrive", n: "1" }, "warehouse_keeper"));
  await thrownBy(run({ intent: "finish" }, "warehouse_keeper"));
  const shown = await runPage(routeArgs(await asking(world.actors.auditor, `/desk/runs/${id}`), { id }));
  expect(shown).toMatchObject({
    run: { status: "done", stops: [{ n: 1 }] },
    can: { leave: false, drive: false },
  });
  const paper = await paperPage(
    routeArgs(await asking(world.actors.auditor, `/desk/runs/${id}/paper`), { id }),
  );
  expect(paper.passes).toHaveLength(1);
});

test("a run that has not left is called off with a reason", async () => {
  const { world, near } = await runWorld();
  const { load, vehicle } = await registered(world);
  const send = sender(world);
  const form = {
    warehouseId: world.warehouse.id,
    vehicleId: vehicle.id,
    driverId: (await load()).drivers[0]!.id,
    leavesAt: soon(1),
    [`stops.${near.id}.arrivesAt`]: soon(2),
  };
  const planned = await thrownBy(planForm(await send("/desk/runs/new", form)));
  const id = /\/([0-9a-f-]{36})\?/.exec(planned.headers.get("Location") ?? "")?.[1] ?? "";
  const cancel = async (reason: string) =>
    cancelForm(await send(`/desk/runs/${id}/cancel`, { reason }, { id }));
  expect((await cancel("")).data.fields).toEqual({ reason: "required" });
  await thrownBy(cancel("封路"));
  expect((await cancel("封路")).data.form).toContain("已取消");
});

test("a site's hours, written in its form, stand beside its deliveries", async () => {
  const { world } = await runWorld();
  const send = sender(world);
  const site = {
    townshipCode: "310115004",
    name: "三林学校",
    kind: "other",
    receivesFrom: "08:30",
    receivesTo: "25:00",
  };
  expect((await siteForm(await send("/desk/sites/new", site))).data.fields).toEqual({
    receivesTo: "bad_time",
  });
  await thrownBy(
    siteForm(await send("/desk/sites/new", { ...site, receivesTo: "17:00", unloading: "后门" })),
  );
  const { rows } = await listSites(world.actors.dispatcher, { q: "三林学校" });
  const delivery = await packed(world, rows[0]!.id);
  const plannable = await listPlannable(world.actors.dispatcher, world.warehouse.id);
  expect(plannable.find(({ id }) => id === delivery.id)).toMatchObject({
    receivesFrom: "08:30",
    receivesTo: "17:00",
  });
});
