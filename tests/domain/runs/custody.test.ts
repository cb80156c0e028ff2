import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { boxEvents, db } from "#db";
import { boxCustody } from "#app/domain/boxes/custody.server.ts";
import { getBox } from "#app/domain/boxes/get.server.ts";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { deliveryCustody } from "#app/domain/deliveries/custody.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { clockOfDelivery } from "#app/domain/clocks/of-one.server.ts";
import { arriveRun } from "#app/domain/runs/arrive.server.ts";
import { cancelRun } from "#app/domain/runs/cancel.server.ts";
import { editDriver } from "#app/domain/runs/edit-driver.server.ts";
import { getRun } from "#app/domain/runs/get.server.ts";
import { handOnBox } from "#app/domain/runs/hand-on.server.ts";
import { leaveRun } from "#app/domain/runs/leave.server.ts";
import { ArriveRun, EditDriver, HandOnBox, LeaveRun } from "#app/domain/runs/schema.ts";
import { boxedMasks, boxOf, deliverMasks, keeperOf } from "#tests/support/boxes.ts";
import { report } from "#tests/support/cases.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { crew, door, plan, point } from "#tests/support/runs.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();

/** A vehicle with a pass and a driver with a paper that hold today. */
async function crewToday(world: World, driver: string) {
  const who = await crew(world, { validFrom: hours(-9), validTo: hours(9) });
  const paper = { driverId: who.driverId, name: driver, healthPaperUntil: "2999-12-31" };
  await editDriver(world.actors.dispatcher, uuidv7(), EditDriver.parse(paper));
  return who;
}

const leaveNow = (world: World, runId: string, without: number[] = []) =>
  leaveRun(world.actors.dispatcher, uuidv7(), LeaveRun.parse({ runId, without }));
const arrive = (world: World, runId: string, n: number) =>
  arriveRun(world.actors.warehouse_keeper, uuidv7(), ArriveRun.parse({ runId, n }));
/** Answers the request's id, by which it may be taken back. */
async function handOn(world: World, runId: string, code: string, where?: Record<string, string>) {
  const id = uuidv7();
  await handOnBox(world.actors.warehouse_keeper, id, HandOnBox.parse({ runId, n: 1, code, where }));
  return id;
}

/** A delivery of two labelled boxes, both loaded. */
async function loaded() {
  const world = await makeWorld();
  const keeper = keeperOf(world);
  const { codes, asset } = await boxedMasks(world, 3);
  const delivery = await deliverMasks(world, 20);
  const [one = "", two = "", rest = ""] = codes;
  for (const code of [one, two]) {
    await keeper.pick(delivery.id, code);
    await keeper.load(delivery.id, code);
  }
  const held = (code = one, at?: Date) => boxCustody(world.actors.auditor, code, at);
  return { world, keeper, asset, delivery, one, two, rest, held };
}

const kindsOf = async (code: string) => {
  const { id } = await boxOf(code);
  const events = await db.select().from(boxEvents).where(eq(boxEvents.boxId, id)).orderBy(boxEvents.seq);
  return events.map(({ kind }) => kind);
};

const at = (time: string) => new Date(time);
/** The clock has moved on, so that the next act is later than this moment. */
const moment = () =>
  new Promise<Date>((resolve) => {
    const now = new Date();
    setTimeout(() => resolve(now), 5);
  });

test("a box is answered for from the shelf to the signature, over two vehicles, at any time", async () => {
  const { world, delivery, one, two, held } = await loaded();
  const packed = await moment();
  expect(await held()).toMatchObject({ is: "warehouse", warehouse: "测试仓", kind: "staging" });
  const first = await crewToday(world, "王师傅");
  const run = await plan(world, first, [{ ...point(delivery.id, "10:00"), arrivesAt: hours(2) }], {
    leavesAt: hours(1),
  });
  await leaveNow(world, run.id);
  const onRoad = await moment();
  expect(await held()).toMatchObject({ is: "vehicle", run: run.number, driver: "王师傅", doorSince: null });
  await handOn(world, run.id, one);
  expect(await held()).toMatchObject({ is: "point", place: "花木街道 花木街道办门口", run: run.number });
  expect(await held(two)).toMatchObject({ is: "vehicle", run: run.number });
  expect((await getRun(world.actors.auditor, run.id)).stops).toMatchObject([{ labelled: 2, handedOn: 1 }]);
  await expect(handOn(world, run.id, one)).rejects.toMatchObject({
    code: "box_handed_over_already",
    params: { code: one, n: 1 },
  });
  const second = await crewToday(world, "李师傅");
  const leg = await plan(world, second, [{ ...door(delivery.id, "10:00"), arrivesAt: hours(4) }], {
    leavesAt: hours(3),
  });
  await arrive(world, run.id, 1);
  expect(await held(two)).toMatchObject({
    is: "vehicle",
    run: leg.number,
    driver: "李师傅",
    doorSince: null,
  });
  expect(await deliveryCustody(world.actors.auditor, delivery.id)).toMatchObject([
    { boxes: 2, holder: { is: "vehicle", run: leg.number } },
  ]);
  await leaveNow(world, leg.id);
  await arrive(world, leg.id, 1);
  expect(await held()).toMatchObject({ is: "vehicle", run: leg.number, doorSince: expect.any(Date) });
  const atDoor = await moment();
  await report(delivery);
  expect(await held()).toMatchObject({ is: "site", site: "潍坊一村居委会", by: "刘书记" });
  expect(await held(one, packed)).toMatchObject({ is: "warehouse" });
  expect(await held(one, onRoad)).toMatchObject({ is: "vehicle", driver: "王师傅" });
  expect(await held(one, atDoor)).toMatchObject({ is: "vehicle", driver: "李师傅" });
  expect(await held(one, at("2020-01-01"))).toBeNull();
  expect(await deliveryCustody(world.actors.auditor, delivery.id, onRoad)).toMatchObject([
    { boxes: 2, holder: { driver: "王师傅" } },
  ]);
  const travelled = ["box.depart", "box.hand-on", "box.depart", "box.arrive"];
  expect(await kindsOf(one)).toEqual(["box.pack", "box.pick", "box.load", ...travelled]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("at a door a box is handed over to the receiver, taken back while nobody signed, and handed over again", async () => {
  const { world, keeper, delivery, one, two, held } = await loaded();
  const who = await crewToday(world, "王师傅");
  const run = await plan(world, who, [{ ...door(delivery.id, "10:00"), arrivesAt: hours(2) }], {
    leavesAt: hours(1),
  });
  await leaveNow(world, run.id);
  await arrive(world, run.id, 1);
  const mistaken = await handOn(world, run.id, one);
  const before = await moment();
  expect(await held()).toMatchObject({ is: "receiver", site: "潍坊一村居委会", run: run.number });
  await keeper.undo(mistaken);
  expect(await held()).toMatchObject({ is: "vehicle", run: run.number, driver: "王师傅" });
  expect(await held(one, before)).toMatchObject({ is: "receiver" });
  expect((await getRun(world.actors.auditor, run.id)).stops).toMatchObject([{ labelled: 2, handedOn: 0 }]);
  const last = await handOn(world, run.id, one);
  expect(await deliveryCustody(world.actors.auditor, delivery.id)).toMatchObject([
    { boxes: 1, holder: { is: "receiver" } },
    { boxes: 1, holder: { is: "vehicle", doorSince: expect.any(Date) } },
  ]);
  await report(delivery);
  expect(await held()).toMatchObject({ is: "site", by: "刘书记" });
  expect(await held(two)).toMatchObject({ is: "site" });
  expect(await refusalCode(keeper.undo(last))).toBe("stale");
  expect(await refusalCode(handOn(world, run.id, two))).toBe("stale");
  expect((await kindsOf(one)).slice(-4)).toEqual(["box.arrive", "box.hand-on", "box.undo", "box.hand-on"]);
});

test("where it happened is kept with the box when the phone said so, and an act needs none", async () => {
  const { world, delivery, one, two } = await loaded();
  const who = await crewToday(world, "王师傅");
  const run = await plan(world, who, [{ ...door(delivery.id, "10:00"), arrivesAt: hours(2) }], {
    leavesAt: hours(1),
  });
  await leaveNow(world, run.id);
  const where = { latitude: "31.23041234", longitude: "121.47376789", accuracy: "12.4" };
  await arriveRun(world.actors.warehouse_keeper, uuidv7(), ArriveRun.parse({ runId: run.id, n: "1", where }));
  const nowhere = { latitude: "131", longitude: "-", accuracy: "" };
  await handOn(world, run.id, two, nowhere);
  const latest = async (code: string) => (await getBox(world.actors.auditor, code)).events[0];
  expect(await latest(one)).toMatchObject({
    kind: "box.arrive",
    by: world.actors.warehouse_keeper.name,
    run: { number: run.number },
    where: { latitude: 31.2304, longitude: 121.4738, accuracy: 12 },
  });
  expect(await latest(two)).toMatchObject({ kind: "box.hand-on", where: null });
});

test("a run that is called off: what was loaded is off the vehicle, and each box says so", async () => {
  const { world, delivery, one, two, held } = await loaded();
  const who = await crewToday(world, "王师傅");
  const run = await plan(world, who, [{ ...door(delivery.id, "10:00"), arrivesAt: hours(2) }], {
    leavesAt: hours(1),
  });
  await cancelRun(world.actors.dispatcher, uuidv7(), { runId: run.id, reason: "封路" });
  for (const code of [one, two]) {
    expect(await boxOf(code)).toMatchObject({ deliveryId: delivery.id, loadedAt: null });
    expect(await held(code)).toMatchObject({ is: "warehouse", kind: "staging" });
    expect((await kindsOf(code)).slice(-2)).toEqual(["box.load", "box.leave-behind"]);
  }
  expect((await getBox(world.actors.auditor, one)).events[0]).toMatchObject({ run: { number: run.number } });
});

test("leaving satisfies the dispatch clock; from then on the driver has it, at a point without a way on the dispatcher", async () => {
  const { world, delivery } = await loaded();
  const clock = () => clockOfDelivery(world.actors.auditor, delivery.id, new Date());
  expect(await clock()).toMatchObject({ step: "dispatch" });
  const run = await plan(
    world,
    await crewToday(world, "王师傅"),
    [{ ...point(delivery.id, "10:00"), arrivesAt: hours(2) }],
    { leavesAt: hours(1) },
  );
  await leaveNow(world, run.id);
  expect(await clock()).toMatchObject({ step: "receipt", holder: "driver" });
  expect((await clock()).steps.find(({ step }) => step === "dispatch")).toMatchObject({ state: "done" });
  await arrive(world, run.id, 1);
  expect(await clock()).toMatchObject({ step: "receipt", holder: "dispatcher" });
  const second = await crewToday(world, "李师傅");
  const leg = await plan(world, second, [{ ...door(delivery.id, "10:00"), arrivesAt: hours(4) }], {
    leavesAt: hours(3),
  });
  expect(await clock()).toMatchObject({ holder: "driver" });
  await leaveNow(world, leg.id);
  await arrive(world, leg.id, 1);
  expect(await clock()).toMatchObject({ holder: "receiver" });
});

test("a stop that is left out: its boxes are off the vehicle again, in the warehouse, and it says so", async () => {
  const { world, keeper, delivery, one, two, rest, held } = await loaded();
  const other = await deliverMasks(world, 10);
  await keeper.pick(other.id, rest);
  const who = await crewToday(world, "王师傅");
  const run = await plan(
    world,
    who,
    [
      { ...door(delivery.id, "10:00"), arrivesAt: hours(2) },
      { ...door(other.id, "10:00"), arrivesAt: hours(3) },
    ],
    { leavesAt: hours(1) },
  );
  await leaveNow(world, run.id, [1]);
  expect(await held(rest)).toMatchObject({ is: "vehicle", run: run.number });
  for (const code of [one, two]) {
    expect(await held(code)).toMatchObject({ is: "warehouse", kind: "staging" });
    expect(await boxOf(code)).toMatchObject({ deliveryId: delivery.id, loadedAt: null });
    expect((await kindsOf(code)).at(-1)).toBe("box.leave-behind");
  }
});

test("sent without a run it is on the road with nobody's name; called off it stands where it stood", async () => {
  const { world, delivery, one, held } = await loaded();
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id });
  expect(await held()).toMatchObject({ is: "road" });
  await cancelDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id, reason: "封路" });
  expect(await held()).toMatchObject({ is: "warehouse", kind: "dock" });
  expect((await kindsOf(one)).slice(-2)).toEqual(["box.depart", "box.leave-behind"]);
  const { events } = await getBox(world.actors.auditor, one);
  expect(events[0]).toMatchObject({ kind: "box.leave-behind", delivery: delivery.number });
});

test("boxes without labels go the way of their delivery", async () => {
  const world = await makeWorld();
  await boxedMasks(world, 1, 50);
  const delivery = await deliverMasks(world, 30);
  const hands = () => deliveryCustody(world.actors.auditor, delivery.id);
  expect(await hands()).toMatchObject([{ boxes: 1, holder: { is: "warehouse", kind: "staging" } }]);
  const who = await crewToday(world, "王师傅");
  const run = await plan(world, who, [{ ...point(delivery.id, "10:00"), arrivesAt: hours(2) }], {
    leavesAt: hours(1),
  });
  await leaveNow(world, run.id);
  expect(await hands()).toMatchObject([{ boxes: 1, holder: { is: "vehicle", driver: "王师傅" } }]);
  await arrive(world, run.id, 1);
  expect(await hands()).toMatchObject([{ boxes: 1, holder: { is: "point", run: run.number } }]);
  await report(delivery);
  expect(await hands()).toMatchObject([{ boxes: 1, holder: { is: "site", by: "刘书记" } }]);
  expect(await deliveryCustody(world.actors.auditor, delivery.id, at("2020-01-01"))).toEqual([]);
});

test("what does not travel there is not handed on, and another organization sees no custody", async () => {
  const { world, delivery, one, rest } = await loaded();
  const who = await crewToday(world, "王师傅");
  const run = await plan(world, who, [{ ...point(delivery.id, "10:00"), arrivesAt: hours(2) }], {
    leavesAt: hours(1),
  });
  await leaveNow(world, run.id);
  await expect(handOn(world, run.id, rest)).rejects.toMatchObject({
    code: "box_not_on_stop",
    params: { code: rest, n: 1 },
  });
  const theirs = await makeWorld();
  const tries = [
    boxCustody(theirs.actors.auditor, one),
    deliveryCustody(theirs.actors.auditor, delivery.id),
    handOn(theirs, run.id, one),
  ];
  expect(new Set(await Promise.all(tries.map(refusalCode)))).toEqual(new Set(["not_found"]));
});
