import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, sites } from "#db";
import { formatCode } from "#app/domain/code.ts";
import { pickerValue } from "#app/domain/moment.ts";
import * as boxPage from "#app/routes/desk.boxes.$id.tsx";
import * as deliveryPage from "#app/routes/desk.deliveries.$id._index.tsx";
import * as runPage from "#app/routes/desk.runs.$id._index.tsx";
import * as planPage from "#app/routes/desk.runs.new.tsx";
import { EditDriver } from "#app/domain/runs/schema.ts";
import { editDriver } from "#app/domain/runs/edit-driver.server.ts";
import { boxedMasks, deliverMasks, keeperOf } from "#tests/support/boxes.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { crew, runWorld } from "#tests/support/runs.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const hours = (from: number) => new Date(Date.now() + from * 3_600_000);
const soon = (from: number) => pickerValue(hours(from));

async function crewFor(world: World, from: number, to: number) {
  const pass = { validFrom: hours(from).toISOString(), validTo: hours(to).toISOString() };
  const who = await crew(world, pass);
  const paper = { driverId: who.driverId, name: `王 ${who.driverId}`, healthPaperUntil: "2999-12-31" };
  await editDriver(world.actors.dispatcher, uuidv7(), EditDriver.parse(paper));
  return who;
}

/** What the dispatcher does with the pages of runs. */
function dispatcherOf(world: World) {
  const { dispatcher } = world.actors;
  const run = (id: string) => ({
    post: async (values: Record<string, string>) =>
      runPage.action(routeArgs(await posting(dispatcher, `/desk/runs/${id}`, values), { id })),
    get: async () =>
      (await runPage.loader(routeArgs(await asking(dispatcher, `/desk/runs/${id}`), { id }))).run,
  });
  const plan = async (who: { vehicleId: string; driverId: string }, values: Record<string, string>) => {
    const form = { warehouseId: world.warehouse.id, ...who, ...values };
    const planned = await thrownBy(
      planPage.action(routeArgs(await posting(dispatcher, "/desk/runs/new", form))),
    );
    return /\/([0-9a-f-]{36})\?/.exec(planned.headers.get("Location") ?? "")?.[1] ?? "";
  };
  return { dispatcher, run, plan };
}

test("a run whose pass ends before the last stop is refused for that stop; with a second leg it goes", async () => {
  const { world, near, far } = await runWorld();
  const { run, plan } = dispatcherOf(world);
  const short = await crewFor(world, -1, 3);
  const whole = await plan(short, {
    leavesAt: soon(0.5),
    [`stops.${near.id}.arrivesAt`]: soon(1),
    [`stops.${far.id}.arrivesAt`]: soon(5),
  });
  const refused = await run(whole).post({ intent: "leave" });
  expect(refused.init?.status).toBe(409);
  expect(refused.data.form).toMatch(/^通行证 .*到期，第 2 站 .* 到 花木街道/);
  expect((await run(whole).get()).stops.map(({ problems }) => problems.length)).toEqual([0, 1]);
  await thrownBy(run(whole).post({ intent: "leave", "without[]": "2" }));

  const first = await plan(await crewFor(world, -1, 3), {
    leavesAt: soon(0.5),
    [`stops.${far.id}.arrivesAt`]: soon(2),
    [`stops.${far.id}.townshipCode`]: "310115004",
    [`stops.${far.id}.place`]: "路口",
  });
  await thrownBy(run(first).post({ intent: "leave" }));
  const second = await plan(await crewFor(world, -1, 9), {
    leavesAt: soon(3),
    [`stops.${far.id}.arrivesAt`]: soon(5),
  });
  const early = await run(second).post({ intent: "leave" });
  expect(early.data.form).toContain("还没把货送到交接点");
  await thrownBy(run(first).post({ intent: "arrive", n: "1" }));
  expect((await run(second).get()).stops).toMatchObject([{ takenOverAt: "潍坊新村街道 路口", problems: [] }]);
  for (const intent of ["leave", "arrive", "finish"]) {
    await thrownBy(run(second).post({ intent, ...(intent === "arrive" && { n: "1" }) }));
  }
  expect((await run(second).get()).status).toBe("done");
});

test("at the hand-over point boxes are handed on by their codes, and every page says who has them", async () => {
  const world = await makeWorld();
  const keeper = keeperOf(world);
  const { run, plan, dispatcher } = dispatcherOf(world);
  const { codes } = await boxedMasks(world, 2);
  const delivery = await deliverMasks(world, 20);
  for (const code of codes) await keeper.pick(delivery.id, code);
  await keeper.load(delivery.id, codes[0]!);
  const id = await plan(await crewFor(world, -1, 9), {
    leavesAt: soon(0.5),
    [`stops.${delivery.id}.arrivesAt`]: soon(2),
    [`stops.${delivery.id}.townshipCode`]: "310115004",
    [`stops.${delivery.id}.place`]: "路口",
  });
  const refused = await run(id).post({ intent: "leave" });
  expect(refused.data.form).toContain(
    `${delivery.number} 已装车 1 箱，还有 1 箱没装：${formatCode(codes[1]!)}`,
  );
  await thrownBy(run(id).post({ intent: "leave", leaveBehind: "true" }));
  expect((await run(id).post({ intent: "hand-on", n: "1", code: "123" })).data.fields).toEqual({
    code: "bad_code",
  });
  const left = await run(id).post({ intent: "hand-on", n: "1", code: codes[1]! });
  expect(left.data.form).toContain("不在这一趟第 1 站的货里");
  await thrownBy(run(id).post({ intent: "hand-on", n: "1", code: codes[0]!.toLowerCase() }));
  expect((await run(id).get()).stops).toMatchObject([{ labelled: 1, handedOn: 1 }]);
  const page = await deliveryPage.loader(
    routeArgs(await asking(dispatcher, `/desk/deliveries/${delivery.id}`), { id: delivery.id }),
  );
  expect(page.hands).toMatchObject([
    { boxes: 1, holder: { is: "point", place: "潍坊新村街道 路口" } },
    { boxes: 1, holder: { is: "warehouse" } },
  ]);
  const box = async (query = "") =>
    boxPage.loader(routeArgs(await asking(dispatcher, `/desk/boxes/${codes[0]}${query}`), { id: codes[0]! }));
  expect((await box()).holder).toMatchObject({ is: "point" });
  expect((await box("?at=2020-01-01T10:00")).holder).toBeNull();
  expect((await box("?at=soon")).at).toBe("");
});

test("the stops of a plan are put in order by hours or by townships", async () => {
  const { world, near, far } = await runWorld();
  const { dispatcher } = dispatcherOf(world);
  await crew(world);
  await db.update(sites).set({ receivesTo: "12:00" }).where(eq(sites.id, world.fieldHospital.id));
  const orderOf = async (order: string) => {
    const address = `/desk/runs/new?warehouse=${world.warehouse.id}&delivery=${near.id}&delivery=${far.id}&order=${order}`;
    const { deliveries, order: shown } = await planPage.loader(routeArgs(await asking(dispatcher, address)));
    return [shown, ...deliveries.map(({ id }) => id)];
  };
  expect(await orderOf("townships")).toEqual(["townships", near.id, far.id]);
  expect(await orderOf("sideways")).toEqual(["hours", far.id, near.id]);
});
