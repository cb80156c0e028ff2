import { eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, deliveries, runs, runStops, sites } from "#db";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { arriveRun } from "#app/domain/runs/arrive.server.ts";
import { cancelRun } from "#app/domain/runs/cancel.server.ts";
import { editDriver } from "#app/domain/runs/edit-driver.server.ts";
import { finishRun } from "#app/domain/runs/finish.server.ts";
import { getRun } from "#app/domain/runs/get.server.ts";
import { listDrivers, listPasses, listVehicles } from "#app/domain/runs/list-fleet.server.ts";
import { listPlannable } from "#app/domain/runs/list-plannable.server.ts";
import { listRuns } from "#app/domain/runs/list.server.ts";
import { retireVehicle } from "#app/domain/runs/retire-vehicle.server.ts";
import { revokePass } from "#app/domain/runs/revoke-pass.server.ts";
import { ArriveRun, EditDriver } from "#app/domain/runs/schema.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { at, crew, door, leave, packed, passFor, plan, point, runWorld } from "#tests/support/runs.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const statusOf = async (deliveryId: string) =>
  (await db.select().from(deliveries).where(eq(deliveries.id, deliveryId)))[0]?.status;

const arrive = (world: World, runId: string, n: number, requestId = uuidv7()) =>
  arriveRun(world.actors.warehouse_keeper, requestId, ArriveRun.parse({ runId, n, occurredAt: at("10:05") }));

const finish = (world: World, runId: string, requestId = uuidv7()) =>
  finishRun(world.actors.warehouse_keeper, requestId, { runId });

/** The refusal as whoever reads Chinese or English sees it. */
async function sentences(work: Promise<unknown>): Promise<[zh: string, en: string]> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof DomainError)) throw error;
  return [errorSentence(messagesFor("zh-CN"), error), errorSentence(messagesFor("en"), error)];
}

test("a run leaves with its deliveries, arrives, and is done; the vehicle is free again", async () => {
  const { world, near, far } = await runWorld();
  const who = await crew(world);
  const run = await plan(world, who, [door(near.id, "10:00"), door(far.id, "11:00")]);
  expect(run.number).toMatch(/^YC-\d{4}-000001$/);
  expect(await statusOf(near.id)).toBe("planned");
  const left = await leave(world, run.id);
  expect(left).toEqual({ ...run, stops: [1, 2] });
  expect([await statusOf(near.id), await statusOf(far.id)]).toEqual(["dispatched", "dispatched"]);
  await arrive(world, run.id, 1);
  expect(await refusalCode(arrive(world, run.id, 1))).toBe("stale");
  expect(await refusalCode(arrive(world, run.id, 3))).toBe("not_found");
  await expect(finish(world, run.id)).rejects.toMatchObject({ params: { number: run.number, stops: [2] } });
  await arrive(world, run.id, 2);
  await finish(world, run.id);
  expect(await refusalCode(finish(world, run.id))).toBe("run_in_state");
  await retireVehicle(world.actors.dispatcher, uuidv7(), { vehicleId: who.vehicleId });
  expect(await listVehicles(world.actors.dispatcher)).toEqual([]);
  const listed = await listRuns(world.actors.auditor);
  expect(listed.rows).toMatchObject([{ status: "done", stops: 2, arrived: 2, boxes: 6 }]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("a pass that ends before the last stop: that stop is refused and says why, and with a second leg it goes", async () => {
  const { world, near, far } = await runWorld();
  const who = await crew(world, { validTo: at("14:00") });
  const run = await plan(world, who, [door(near.id, "10:00"), door(far.id, "15:30")]);
  const [zh, en] = await sentences(leave(world, run.id));
  expect(zh).toContain("通行证 14:00 到期，第 2 站 15:30 到 花木街道");
  expect(en).toContain("Stop 2, 花木街道 at 15:30: the pass ends 14:00");
  expect([await statusOf(near.id), await statusOf(far.id)]).toEqual(["planned", "planned"]);
  await cancelRun(world.actors.dispatcher, uuidv7(), { runId: run.id, reason: "分两程" });

  const first = await plan(world, who, [door(near.id, "10:00"), point(far.id, "11:00")]);
  const other = await crew(world, { validFrom: at("12:00"), validTo: at("18:00") });
  const second = await plan(world, other, [door(far.id, "15:30")], { leavesAt: at("12:30") });
  const tooEarly = leave(world, second.id, { occurredAt: at("12:30") });
  expect((await sentences(tooEarly))[0]).toContain(`${first.number} 还没把货送到交接点`);
  await leave(world, first.id);
  expect(await statusOf(far.id)).toBe("dispatched");
  await arrive(world, first.id, 2);
  await leave(world, second.id, { occurredAt: at("12:30") });
  const { stops } = await getRun(world.actors.auditor, second.id);
  expect(stops).toMatchObject([{ takenOverAt: "花木街道 花木街道办门口", problems: [] }]);
  await arrive(world, second.id, 1);
  await finish(world, second.id);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("the others go when the failing stop is left out, whose delivery is free for another run", async () => {
  const { world, near, far } = await runWorld();
  const who = await crew(world, { townshipCodes: ["310115004"] });
  const run = await plan(world, who, [door(near.id, "10:00"), door(far.id, "11:00")]);
  expect(await refusalCode(leave(world, run.id))).toBe("run_stops_refused");
  expect(await refusalCode(leave(world, run.id, { without: [1, 2] }))).toBe("run_empty");
  expect(await refusalCode(leave(world, run.id, { without: [3] }))).toBe("invalid");
  expect(await leave(world, run.id, { without: [2] })).toMatchObject({ stops: [1] });
  expect([await statusOf(near.id), await statusOf(far.id)]).toEqual(["dispatched", "planned"]);
  const free = await listPlannable(world.actors.dispatcher, world.warehouse.id);
  expect(free.map(({ id }) => id)).toEqual([far.id]);
});

test("leaving late moves the arrivals, and it is the later ones that are checked", async () => {
  const { world, near } = await runWorld();
  const run = await plan(world, await crew(world, { validTo: at("12:00") }), [door(near.id, "10:00")]);
  const late = (time: string) => leave(world, run.id, { occurredAt: at(time) });
  expect((await sentences(late("11:30")))[0]).toContain("通行证 12:00 到期，第 1 站 12:30 到");
  expect(await refusalCode(leave(world, run.id, { occurredAt: "2999-01-01T00:00:00Z" }))).toBe("invalid");
  await late("10:30");
  const [stop] = await db.select().from(runStops).where(eq(runStops.runId, run.id));
  expect(stop?.arrivesAt).toEqual(new Date(at("11:30")));
});

test("site hours, a revoked pass, a paper that ended and a delivery gone or called off are each said by stop", async () => {
  const { world, near, far } = await runWorld();
  const third = await packed(world, world.site.id);
  await db
    .update(sites)
    .set({ receivesFrom: "13:00", receivesTo: "17:00" })
    .where(eq(sites.id, world.site.id));
  const who = await crew(world);
  const run = await plan(world, who, [
    door(near.id, "10:00"),
    door(far.id, "11:00"),
    door(third.id, "13:30"),
  ]);
  const { dispatcher, warehouse_keeper } = world.actors;
  const problems = async () =>
    (await getRun(dispatcher, run.id, new Date(at("09:00")))).stops.map((stop) =>
      stop.problems.map(({ is }) => is),
    );
  expect(await problems()).toEqual([["closed"], [], []]);
  await dispatchDelivery(dispatcher, uuidv7(), { deliveryId: far.id });
  await cancelDelivery(warehouse_keeper, uuidv7(), { deliveryId: third.id, reason: "不要了" });
  expect(await problems()).toEqual([["closed"], ["delivery_gone"], ["delivery_cancelled"]]);
  const [pass] = await listPasses(dispatcher, new Date(at("09:00")));
  await revokePass(dispatcher, uuidv7(), { passId: pass!.id });
  const [driver] = await listDrivers(dispatcher);
  const paper = EditDriver.parse({
    driverId: who.driverId,
    name: driver!.name,
    healthPaperUntil: "2022-04-02",
  });
  await editDriver(dispatcher, uuidv7(), paper);
  expect((await problems())[0]).toEqual(["pass_missing", "paper_ends", "closed"]);
  expect(await refusalCode(leave(world, run.id))).toBe("run_stops_refused");
  expect(await statusOf(near.id)).toBe("planned");
});

test("planning refuses what cannot be: too many boxes, a delivery twice, one that left, one of another warehouse", async () => {
  const { world, near, far } = await runWorld();
  const small = await crew(world, {}, { capacityBoxes: "5" });
  const both = [door(near.id, "10:00"), door(far.id, "11:00")];
  await expect(plan(world, small, both)).rejects.toMatchObject({
    code: "run_over_capacity",
    params: { capacity: 5, boxes: 6 },
  });
  const run = await plan(world, small, [door(near.id, "10:00")]);
  const again = plan(world, await crew(world), both);
  await expect(again).rejects.toMatchObject({ code: "delivery_on_run", params: { run: run.number } });
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: far.id });
  expect(await refusalCode(plan(world, small, [door(far.id, "10:00")]))).toBe("delivery_left");
  await cancelDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: far.id, reason: "封路" });
  expect(await refusalCode(plan(world, small, [door(far.id, "10:00")]))).toBe("delivery_cancelled");
  const nowhere = { ...point(near.id, "10:00"), townshipCode: "999999999" };
  expect(await refusalCode(plan(world, small, [nowhere]))).toBe("invalid");
  expect((await listRuns(world.actors.dispatcher)).total).toBe(1);
});

test("another organization's vehicle, driver, delivery, warehouse, pass and run read as not found", async () => {
  const { world, near } = await runWorld();
  const theirs = await runWorld();
  const [own, other] = [await crew(world), await crew(theirs.world)];
  const stops = [door(near.id, "10:00")];
  const otherRun = await plan(theirs.world, other, [door(theirs.near.id, "10:00")]);
  const [otherPass] = await listPasses(theirs.world.actors.dispatcher, new Date(at("09:00")));
  const { dispatcher } = world.actors;
  const driver = EditDriver.parse({ driverId: other.driverId, name: "别家的" });
  const tries = [
    plan(world, { ...own, vehicleId: other.vehicleId }, stops),
    plan(world, { ...own, driverId: other.driverId }, stops),
    plan(world, own, [door(theirs.near.id, "10:00")]),
    plan(world, own, stops, { warehouseId: theirs.world.warehouse.id }),
    leave(world, otherRun.id),
    arrive(world, otherRun.id, 1),
    finish(world, otherRun.id),
    cancelRun(dispatcher, uuidv7(), { runId: otherRun.id, reason: "试试" }),
    getRun(dispatcher, otherRun.id),
    retireVehicle(dispatcher, uuidv7(), { vehicleId: other.vehicleId }),
    revokePass(dispatcher, uuidv7(), { passId: otherPass!.id }),
    passFor(world, other.vehicleId),
    editDriver(dispatcher, uuidv7(), driver),
  ];
  expect(new Set(await Promise.all(tries.map(refusalCode)))).toEqual(new Set(["not_found"]));
  expect(await listPlannable(dispatcher, theirs.world.warehouse.id)).toEqual([]);
});

test("the same request twice is one run, and one leaving", async () => {
  const { world, near } = await runWorld();
  const who = await crew(world);
  const [planning, leaving] = [uuidv7(), uuidv7()];
  const planned = await Promise.all(
    [1, 2, 3].map(() => plan(world, who, [door(near.id, "10:00")], {}, planning)),
  );
  expect(new Set(planned.map(({ id }) => id)).size).toBe(1);
  const left = await Promise.all([1, 2, 3].map(() => leave(world, planned[0]!.id, {}, leaving)));
  expect(left[1]).toEqual(left[0]);
  expect(await refusalCode(leave(world, planned[0]!.id))).toBe("run_in_state");
  const [entries] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from entries where document_id = ${near.id} and kind = 'delivery.dispatch'`);
  expect(entries?.count).toBe(1);
});

test("two runs planned with the same deliveries at once: one of them has both", async () => {
  const { world, near, far } = await runWorld();
  const crews = [await crew(world), await crew(world), await crew(world), await crew(world)];
  const there = [door(near.id, "10:00"), door(far.id, "11:00")];
  const back = [door(far.id, "10:00"), door(near.id, "11:00")];
  const codes = await Promise.all(crews.map((who, i) => refusalCode(plan(world, who, i % 2 ? there : back))));
  expect(codes.sort()).toEqual(["delivery_on_run", "delivery_on_run", "delivery_on_run", "done"]);
  const stops = await db
    .select()
    .from(runStops)
    .where(inArray(runStops.deliveryId, [near.id, far.id]));
  expect(new Set(stops.map(({ runId }) => runId)).size).toBe(1);
});

test("one vehicle is to leave late with one run and early with another at once: it leaves with one of them", async () => {
  const { world, near, far } = await runWorld();
  const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();
  const who = await crew(world, { validFrom: hours(-9), validTo: hours(9) });
  const paper = { driverId: who.driverId, name: "王师傅", healthPaperUntil: "2999-12-31" };
  await editDriver(world.actors.dispatcher, uuidv7(), EditDriver.parse(paper));
  const late = await plan(world, who, [{ ...door(near.id, "10:00"), arrivesAt: hours(-1) }], {
    leavesAt: hours(-2),
  });
  const early = await plan(world, who, [{ ...door(far.id, "10:00"), arrivesAt: hours(4) }], {
    leavesAt: hours(3),
  });
  const leaving = [late, early].map(({ id }) => refusalCode(leave(world, id, { occurredAt: null })));
  expect((await Promise.all(leaving)).sort()).toEqual(["done", "run_stops_refused"]);
  const left = await db.select().from(runs).where(eq(runs.status, "on_road"));
  expect(left.filter(({ vehicleId }) => vehicleId === who.vehicleId)).toHaveLength(1);
});

test("a vehicle or driver on a run stays in use until it is called off; plates, names and passes are there once", async () => {
  const { world, near } = await runWorld();
  const who = await crew(world);
  const { dispatcher } = world.actors;
  const run = await plan(world, who, [door(near.id, "10:00")]);
  const stop = (retired: boolean) =>
    editDriver(dispatcher, uuidv7(), EditDriver.parse({ driverId: who.driverId, name: "王师傅", retired }));
  expect(await refusalCode(retireVehicle(dispatcher, uuidv7(), { vehicleId: who.vehicleId }))).toBe("on_run");
  expect(await refusalCode(stop(true))).toBe("on_run");
  await cancelRun(dispatcher, uuidv7(), { runId: run.id, reason: "不去了" });
  await stop(true);
  expect(await listDrivers(dispatcher)).toEqual([]);
  expect(await refusalCode(plan(world, who, [door(near.id, "10:00")]))).toBe("not_found");
  await passFor(world, who.vehicleId, { number: "沪通-1" });
  expect(await refusalCode(passFor(world, who.vehicleId, { number: "沪通-1" }))).toBe("already_exists");
  const [vehicle] = await listVehicles(dispatcher);
  expect(await refusalCode(crew(world, null, { plate: ` ${vehicle!.plate.replace("A", "a·")} ` }))).toBe(
    "already_exists",
  );
});

test("who may: a keeper drives but neither plans nor leaves, an auditor reads", async () => {
  const { world, near } = await runWorld();
  const run = await plan(world, await crew(world), [door(near.id, "10:00")]);
  const as = (role: "warehouse_keeper" | "auditor") => ({
    ...world,
    actors: { ...world.actors, dispatcher: world.actors[role] },
  });
  expect(await refusalCode(leave(as("warehouse_keeper"), run.id))).toBe("forbidden");
  expect(await refusalCode(crew(as("auditor")))).toBe("forbidden");
  expect(
    await getRun((await makeWorld()).actors.auditor, run.id).catch((error: DomainError) => error.code),
  ).toBe("not_found");
  expect((await getRun(world.actors.auditor, run.id)).number).toBe(run.number);
});
