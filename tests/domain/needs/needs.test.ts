import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, deliveries, needs, notices } from "#db";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { addItem } from "#app/domain/items/add.server.ts";
import { AddItem } from "#app/domain/items/schema.ts";
import { civilDate } from "#app/domain/dates.ts";
import { NEEDS_AN_HOUR } from "#app/domain/needs/ask-limit.server.ts";
import { closeNeed } from "#app/domain/needs/close.server.ts";
import { getNeed } from "#app/domain/needs/get.server.ts";
import { listNeeds } from "#app/domain/needs/list.server.ts";
import { CloseNeed } from "#app/domain/needs/schema.ts";
import { withdrawNeed } from "#app/domain/needs/withdraw.server.ts";
import { report } from "#tests/support/cases.ts";
import { answer, ask, linkOf, receiver, record } from "#tests/support/needs.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const statusOf = async (id: string) => (await db.select().from(needs).where(eq(needs.id, id)))[0]?.status;

const deliver = (world: World, needId: string | null, siteId = world.site.id) =>
  createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId,
      boxes: "1",
      needId,
      lines: [{ itemId: world.mask.id, quantity: "20" }],
    }),
  );

const send = (world: World, deliveryId: string) =>
  dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId });

test("what a site asks for is written with the item it means, and the desk is told once", async () => {
  const world = await makeWorld();
  const token = await linkOf(world);
  const requestId = uuidv7();
  const lines = [
    { wish: " 医用外科口罩", quantity: "2,000", unit: "只" },
    { wish: "没有的东西", quantity: "3", unit: "箱" },
  ];
  const asked = await ask(token, { lines, people: "36", neededBy: "2999-01-01" }, requestId);
  expect(await ask(token, { lines, people: "36", neededBy: "2999-01-01" }, requestId)).toEqual(asked);
  expect(asked.number).toMatch(/^XQ-\d{4}-000001$/);
  const need = await getNeed(world.actors.auditor, asked.id);
  expect(need.lines).toMatchObject([
    { wish: "医用外科口罩", quantity: 2000n, itemId: world.mask.id },
    { wish: "没有的东西", quantity: 3n, itemId: null },
  ]);
  const told = await db.select().from(notices).where(eq(notices.subjectId, asked.id));
  expect(told).toMatchObject([{ kind: "need_asked", detail: { site: world.site.name, due: "2999-01-01" } }]);
});

test("part of a name means an item when it means only one", async () => {
  const world = await makeWorld();
  const itemOf = async (wish: string) => {
    const { id } = await record(world, { lines: [{ wish, quantity: "1", unit: "只" }] });
    return (await getNeed(world.actors.auditor, id)).lines[0]?.itemId;
  };
  expect(await itemOf("外科口罩")).toBe(world.mask.id);
  const other = AddItem.parse({ name: "儿童外科口罩", unit: "只", category: "protection" });
  await addItem(world.actors.administrator, uuidv7(), other);
  expect(await itemOf("外科口罩")).toBeNull();
  expect(await itemOf("医用外科口罩")).toBe(world.mask.id);
});

test("a link that was renewed, or never made, asks for nothing", async () => {
  const world = await makeWorld();
  const old = await linkOf(world);
  await linkOf(world);
  expect(await refusalCode(ask(old))).toBe("link_expired");
  expect(await refusalCode(ask("nobody's"))).toBe("link_expired");
});

test("one page takes so many needs in an hour and no more; another site's is not held up", async () => {
  const world = await makeWorld();
  const token = await linkOf(world);
  for (let n = 0; n < NEEDS_AN_HOUR; n += 1) await ask(token);
  expect(await refusalCode(ask(token))).toBe("rate_limited");
  expect(await refusalCode(ask(await linkOf(world, world.fieldHospital.id)))).toBe("done");
});

test("an answer says it to the site; a declined need is closed, and closed stays closed", async () => {
  const world = await makeWorld();
  const first = await record(world);
  await answer(world, first.id);
  expect(await getNeed(world.actors.auditor, first.id)).toMatchObject({
    status: "accepted",
    answer: "60 只，明天上午到",
    answeredBy: "dispatcher",
    clock: { step: "order" },
  });
  const second = await record(world);
  await answer(world, second.id, "decline");
  expect(await statusOf(second.id)).toBe("declined");
  expect(await refusalCode(answer(world, second.id))).toBe("need_closed");
  const close = closeNeed(world.actors.dispatcher, uuidv7(), {
    needId: second.id,
    as: "met",
    reason: "给过了",
  });
  expect(await refusalCode(close)).toBe("need_closed");
});

test("a site takes back its own need and nobody else's", async () => {
  const world = await makeWorld();
  const [token, others] = [await linkOf(world), await linkOf(world, world.fieldHospital.id)];
  const { id, number } = await ask(token);
  const withdraw = (link: string) =>
    withdrawNeed(receiver, uuidv7(), { token: link, needId: id, reason: "买到了" });
  expect(await refusalCode(withdraw(others))).toBe("not_found");
  expect(await refusalCode(withdraw(token))).toBe("done");
  expect(await statusOf(id)).toBe("withdrawn");
  const told = await db.select().from(notices).where(eq(notices.subjectId, id));
  expect(told.map(({ detail }) => detail)).toContainEqual({
    ...{ site: world.site.name, number, withdrawn: 1, reason: "买到了" },
  });
});

test("a delivery accepts the need it answers, and the last one signed for meets it", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "500" });
  const { id } = await record(world);
  const [first, second] = [await deliver(world, id), await deliver(world, id)];
  expect(await statusOf(id)).toBe("accepted");
  await send(world, first.id);
  await send(world, second.id);
  await report(first);
  expect(await statusOf(id)).toBe("accepted");
  await report(second);
  expect(await statusOf(id)).toBe("met");
  expect(await refusalCode(deliver(world, id))).toBe("need_closed");
});

test("a delivery without a need meets none", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "500" });
  const { id } = await record(world);
  const delivery = await deliver(world, null);
  await send(world, delivery.id);
  await report(delivery);
  expect(await statusOf(id)).toBe("asked");
});

test("a delivery to another site, or for another organization's need, is refused and makes nothing", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await stockMasks(world, { quantity: "500" });
  const [mine, theirs] = [await record(world), await record(other)];
  expect(await refusalCode(deliver(world, mine.id, world.fieldHospital.id))).toBe("not_found");
  expect(await refusalCode(deliver(world, theirs.id))).toBe("not_found");
  const made = await db.select().from(deliveries).where(eq(deliveries.organizationId, world.organizationId));
  expect(made).toEqual([]);
  expect(await statusOf(theirs.id)).toBe("asked");
});

test("the longest waiting stands on top, closed ones last, other organizations' nowhere", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await record(other);
  const [first, second, third] = [await record(world), await record(world), await record(world)];
  await answer(world, first.id, "decline");
  const ids = async (view: "open" | "all") =>
    (await listNeeds(world.actors.auditor, { view })).rows.map(({ id }) => id);
  expect(await ids("open")).toEqual([second.id, third.id]);
  expect(await ids("all")).toEqual([second.id, third.id, first.id]);
});

const inDays = (days: number) => civilDate(new Date(Date.now() + days * 86_400_000));

test("what is wanted by tomorrow stands before what is wanted in three days, that before the rest", async () => {
  const world = await makeWorld();
  const days = [null, 4, 3, 2, 1, 0, -5];
  const asked = new Map<string, number | null>();
  for (const day of days) {
    const { id } = await record(world, { neededBy: day === null ? "" : inDays(day) });
    asked.set(id, day);
  }
  const { rows } = await listNeeds(world.actors.auditor);
  expect(rows.map(({ id, urgency }) => [urgency, asked.get(id)])).toEqual([
    ["critical", 1],
    ["critical", 0],
    ["critical", -5],
    ["urgent", 3],
    ["urgent", 2],
    ["normal", null],
    ["normal", 4],
  ]);
  expect((await getNeed(world.actors.auditor, rows[0]!.id)).urgency).toBe("critical");
});

test("beside a need stands what may go there: not what expired, nor what is kept for somebody else", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "500" });
  await stockMasks(world, { quantity: "70", expiresOn: inDays(-1) });
  await stockMasks(world, { quantity: "7", expiresOn: inDays(0) });
  await stockMasks(world, { quantity: "40", restrictedTo: "方舱医院" });
  const here = await record(world);
  const there = await record(world, { siteId: world.fieldHospital.id });
  const availableTo = async (id: string) => (await getNeed(world.actors.auditor, id)).lines[0]?.available;
  expect(await availableTo(here.id)).toBe(507n);
  expect(await availableTo(there.id)).toBe(547n);
});

test("what is set aside and what came is told apart from what is still missing", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "500" });
  const { id } = await record(world);
  const lineOf = async () => (await listNeeds(world.actors.auditor, { view: "all" })).rows[0]?.lines[0];
  expect(await lineOf()).toMatchObject({ quantity: 60n, underWay: 0n, received: 0n, missing: 60n });
  const delivery = await deliver(world, id);
  expect(await lineOf()).toMatchObject({ available: 480n, underWay: 20n, received: 0n, missing: 40n });
  await send(world, delivery.id);
  await report(delivery, [{ n: 1, good: "15", reason: "short_packed" }]);
  expect(await lineOf()).toMatchObject({ underWay: 0n, received: 15n, missing: 45n });
});

test("a need in another unit than the catalogue's is compared with nothing", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "500" });
  const { id } = await record(world, { lines: [{ wish: "医用外科口罩", quantity: "2", unit: "箱" }] });
  const [line] = (await getNeed(world.actors.auditor, id)).lines;
  expect(line).toMatchObject({ itemUnit: "只", unit: "箱", available: 500n, missing: null });
});

test("closing says why, and the site reads it; without a reason nothing is closed", async () => {
  const world = await makeWorld();
  const { id } = await record(world);
  expect(CloseNeed.safeParse({ needId: id, as: "met", reason: " " }).success).toBe(false);
  const input = CloseNeed.parse({ needId: id, as: "withdrawn", reason: "电话说不用了" });
  await closeNeed(world.actors.dispatcher, uuidv7(), input);
  expect(await getNeed(world.actors.auditor, id)).toMatchObject({
    status: "withdrawn",
    answer: "电话说不用了",
    clock: { step: null },
  });
});
