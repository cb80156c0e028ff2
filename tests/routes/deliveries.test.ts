import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, deliveries, handOvers } from "#db";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { listDeliveries } from "#app/domain/deliveries/list.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import * as cancelPage from "#app/routes/desk.deliveries.$id.cancel.tsx";
import * as handOverPage from "#app/routes/desk.deliveries.$id.hand-over.tsx";
import * as deliveryPage from "#app/routes/desk.deliveries.$id._index.tsx";
import * as renewCodePage from "#app/routes/desk.deliveries.$id.renew-code.tsx";
import * as deliveriesPage from "#app/routes/desk.deliveries._index.tsx";
import * as newPage from "#app/routes/desk.deliveries.new.tsx";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { packedWorld, roadWorld } from "#tests/support/road.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const create = async (world: World, values: Record<string, string>) =>
  newPage.action(
    routeArgs(
      await posting(world.actors.warehouse_keeper, "/desk/deliveries/new", {
        warehouseId: world.warehouse.id,
        siteId: world.site.id,
        boxes: "2",
        ...values,
      }),
    ),
  );

const rowOf = async (id: string) => (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0];

const confirm = (code: string, pin: string) =>
  confirmDelivery(
    { kind: "receiver", address: "192.0.2.1" },
    uuidv7(),
    ConfirmDelivery.parse({ code, pin, name: "刘书记" }),
  );

test("what can be sent there is offered with its packs, and one delivery is made of what was filled in", async () => {
  const world = await makeWorld();
  await stockMasks(
    world,
    { quantity: "5", packName: "箱", packSize: "20" },
    { quantity: "1000", restrictedTo: "花木街道" },
  );
  const path = `/desk/deliveries/new?warehouse=${world.warehouse.id}&site=${world.site.id}`;
  const page = await newPage.loader(routeArgs(await asking(world.actors.dispatcher, path)));
  if (page.step !== "order") throw new Error("no order");
  expect(page.order.items).toMatchObject([{ available: 100n, packs: [{ name: "箱", size: 20n }] }]);

  const answer = await thrownBy(
    create(world, {
      [`lines.${world.mask.id}.quantity`]: "3",
      [`lines.${world.mask.id}.pack`]: "箱 × 20",
    }),
  );
  const id = /deliveries\/([^?]+)\?done=made/.exec(answer.headers.get("Location") ?? "")?.[1] ?? "";
  const delivery = await getDelivery(world.actors.dispatcher, id);
  expect(delivery).toMatchObject({ status: "planned", boxes: 2, pin: expect.stringMatching(/^\d{4}$/) });
  expect(delivery.lines).toMatchObject([{ quantity: 60n, packName: "箱", packSize: 20n, good: null }]);
  expect(delivery.lines[0]?.picks).toMatchObject([{ quantity: 60n, restriction: null }]);
});

test.each([
  ["-1", "not_positive"],
  ["0", "not_positive"],
  ["2.5", "not_whole"],
  ["99999999999999999999", "too_large"],
  ["两箱", "not_a_number"],
])("a delivery of %o is refused beside its item, with what was typed", async (quantity, key) => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100" });
  const field = `lines.${world.mask.id}.quantity`;
  const { data, init } = await create(world, { [field]: quantity, note: "请轻放" });
  expect(init?.status).toBe(422);
  expect(data.fields).toEqual({ [field]: key });
  expect(data.values).toMatchObject({
    note: "请轻放",
    lines: { [world.mask.id]: { quantity } },
  });
});

test("a delivery of nothing is refused", async () => {
  const world = await makeWorld();
  const { data } = await create(world, { boxes: "0", [`lines.${world.mask.id}.quantity`]: "" });
  expect(data.fields).toEqual({ boxes: "not_positive", lines: "lines_missing" });
});

test("when the stock went meanwhile, the answer names the item and what is short", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100" });
  const field = `lines.${world.mask.id}.quantity`;
  await thrownBy(create(world, { [field]: "80" }));
  const { data, init } = await create(world, { [field]: "50" });
  expect(init?.status).toBe(409);
  expect(data.form).toContain("医用外科口罩还差 30 只，现在最多 20 只");
  expect(data.values).toMatchObject({ lines: { [world.mask.id]: { quantity: "50" } } });
});

test("another organization's warehouse, site and item cannot be used", async () => {
  const [ours, theirs] = [await makeWorld(), await makeWorld()];
  await stockMasks(ours, { quantity: "10" });
  const line = { [`lines.${ours.mask.id}.quantity`]: "1" };
  expect((await create(ours, { ...line, warehouseId: theirs.warehouse.id })).init?.status).toBe(404);
  expect((await create(ours, { ...line, siteId: theirs.site.id })).init?.status).toBe(404);
  expect((await create(ours, { [`lines.${theirs.mask.id}.quantity`]: "1" })).init?.status).toBe(404);
  const request = await asking(
    ours.actors.dispatcher,
    `/desk/deliveries/new?warehouse=${ours.warehouse.id}&site=${theirs.site.id}`,
  );
  expect((await thrownBy(newPage.loader(routeArgs(request)))).status).toBe(404);
});

test("dispatching once works, twice says so, and a new PIN replaces the old", async () => {
  const { world, delivery } = await packedWorld();
  const { id } = delivery;
  const act = async (intent: string) =>
    deliveryPage.action(
      routeArgs(await posting(world.actors.dispatcher, `/desk/deliveries/${id}`, { intent }), { id }),
    );
  const left = await thrownBy(act("dispatch"));
  expect(left.headers.get("Location")).toBe(`/desk/deliveries/${id}?done=dispatched`);
  expect((await rowOf(id))?.status).toBe("dispatched");
  const again = await act("dispatch");
  expect(again.init?.status).toBe(409);
  expect(again.data.form).toContain("送货单");
  await db.update(deliveries).set({ pinFailures: 5 }).where(eq(deliveries.id, id));
  expect((await getDelivery(world.actors.dispatcher, id)).guarded).toBe(true);
  await thrownBy(act("renew-pin"));
  expect((await getDelivery(world.actors.dispatcher, id)).guarded).toBe(false);
});

test("only those who may issue a PIN see it, and nobody after it was used", async () => {
  const { world, delivery } = await roadWorld();
  expect((await getDelivery(world.actors.dispatcher, delivery.id)).pin).toBe(delivery.pin);
  expect((await getDelivery(world.actors.auditor, delivery.id)).pin).toBeNull();
  expect((await getDelivery(world.actors.site_contact, delivery.id)).pin).toBeNull();
  await confirm(delivery.code, delivery.pin);
  expect((await getDelivery(world.actors.dispatcher, delivery.id)).pin).toBeNull();
});

test("cancelling needs a reason; a lost label gets a new code", async () => {
  const { world, delivery } = await roadWorld();
  const { id } = delivery;
  const { dispatcher } = world.actors;
  const cancel = async (reason: string) =>
    cancelPage.action(
      routeArgs(await posting(dispatcher, `/desk/deliveries/${id}/cancel`, { reason }), { id }),
    );
  const renew = async (reason: string) =>
    renewCodePage.action(
      routeArgs(await posting(dispatcher, `/desk/deliveries/${id}/renew-code`, { reason }), { id }),
    );
  expect((await cancel("  ")).data.fields).toEqual({ reason: "required" });
  expect((await renew("")).data.fields).toEqual({ reason: "required" });
  await thrownBy(renew("标签淋湿了"));
  expect((await rowOf(id))?.code).not.toBe(delivery.code);
  await thrownBy(cancel("小区暂时封闭"));
  expect(await rowOf(id)).toMatchObject({ status: "cancelled", cancelledReason: "小区暂时封闭" });
  expect((await cancel("再来一次")).init?.status).toBe(409);
});

test("what was signed for is handed on to households, not more than is left", async () => {
  const { world, delivery } = await roadWorld();
  const { id } = delivery;
  const handOver = async (values: Record<string, string>) =>
    handOverPage.action(
      routeArgs(
        await posting(world.actors.site_contact, `/desk/deliveries/${id}/hand-over`, {
          households: "20",
          people: "50",
          handedOn: "2022-03-20",
          "lines.0.n": "1",
          "lines.0.quantity": "60",
          ...values,
        }),
        { id },
      ),
    );
  expect((await handOver({})).init?.status).toBe(409);
  await confirm(delivery.code, delivery.pin);
  const fields = async (values: Record<string, string>) => (await handOver(values)).data.fields;
  expect(await fields({ households: "-1" })).toEqual({ households: "negative" });
  expect(await fields({ people: "3.5" })).toEqual({ people: "not_whole" });
  expect(await fields({ people: "10" })).toEqual({ people: "fewer_people_than_households" });
  expect(await fields({ "lines.0.quantity": "1.5" })).toEqual({ "lines.0.quantity": "not_whole" });
  const tooMany = await handOver({ "lines.0.quantity": "61" });
  expect(tooMany.init?.status).toBe(422);
  expect(tooMany.data.form).toContain("只剩 60 只");
  await thrownBy(handOver({ "lines.0.quantity": "40" }));
  expect(await db.select().from(handOvers).where(eq(handOvers.deliveryId, id))).toHaveLength(1);
  const { lines, handOvers: recorded } = await getDelivery(world.actors.auditor, id);
  expect(lines[0]).toMatchObject({ good: 60n, handedOver: 40n });
  expect(recorded).toMatchObject([{ households: 20, people: 50, handedOn: "2022-03-20" }]);
});

test("the list counts by status, finds by number and code, and stays within reach", async () => {
  const { world, delivery } = await roadWorld();
  const { delivery: theirs } = await packedWorld();
  const { auditor } = world.actors;
  const { rows, counts, total } = await listDeliveries(auditor, {});
  expect(rows.map(({ id }) => id)).toEqual([delivery.id]);
  expect({ counts, total }).toEqual({
    counts: { planned: 0, dispatched: 1, confirmed: 0, cancelled: 0 },
    total: 1,
  });
  const found = async (q: string) => (await listDeliveries(auditor, { q })).total;
  expect(await found(delivery.number.toLowerCase())).toBe(1);
  expect(await found(delivery.code.toLowerCase())).toBe(1);
  expect(await found(theirs.code)).toBe(0);
  const page = await deliveriesPage.loader(
    routeArgs(await asking(auditor, "/desk/deliveries?status=planned&page=2")),
  );
  expect(page.deliveries.rows).toEqual([]);
});

test("another organization's delivery reads as not found on every page, and nothing happens to it", async () => {
  const { world: ours } = await packedWorld();
  const { delivery: theirs } = await packedWorld();
  const { administrator } = ours.actors;
  for (const id of [theirs.id, "x"]) {
    for (const page of [deliveryPage, cancelPage, renewCodePage, handOverPage]) {
      const request = await asking(administrator, `/desk/deliveries/${id}`);
      expect((await thrownBy(page.loader(routeArgs(request, { id })))).status).toBe(404);
    }
  }
  const id = theirs.id;
  for (const intent of ["dispatch", "renew-pin"]) {
    const request = await posting(administrator, `/desk/deliveries/${id}`, { intent });
    expect((await deliveryPage.action(routeArgs(request, { id }))).init?.status).toBe(404);
  }
  const request = await posting(administrator, `/desk/deliveries/${id}/cancel`, { reason: "不是我们的" });
  expect((await cancelPage.action(routeArgs(request, { id }))).init?.status).toBe(404);
  expect(await rowOf(id)).toMatchObject({ status: "planned", code: theirs.code, pin: theirs.pin });
});

test("who is not signed in is sent to sign in and comes back", async () => {
  const request = await asking(null, "/desk/deliveries?status=planned");
  const answer = await thrownBy(deliveriesPage.loader(routeArgs(request)));
  expect(answer.headers.get("Location")).toBe("/sign-in?next=%2Fdesk%2Fdeliveries%3Fstatus%3Dplanned");
});
