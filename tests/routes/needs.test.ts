import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db, deliveries } from "#db";
import { getWebhook } from "#app/domain/notices/get-webhook.server.ts";
import * as orderPage from "#app/routes/desk.deliveries.new.tsx";
import * as needPage from "#app/routes/desk.needs.$id.tsx";
import * as needsPage from "#app/routes/desk.needs._index.tsx";
import * as organizationPage from "#app/routes/desk.organizations.$id.tsx";
import { record } from "#tests/support/needs.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const post = async (world: World, id: string, values: Record<string, string>) =>
  needPage.action(routeArgs(await posting(world.actors.dispatcher, `/desk/needs/${id}`, values), { id }));

test("a delivery planned from a need is filled in with it, and its order carries the need", async () => {
  const world = await makeWorld();
  const { dispatcher } = world.actors;
  await stockMasks(world, { quantity: "500" });
  const { id, number } = await record(world);
  const path = `/desk/deliveries/new?site=${world.site.id}&need=${id}&warehouse=${world.warehouse.id}`;
  const page = await orderPage.loader(routeArgs(await asking(dispatcher, path)));
  if (page.step !== "order") throw new Error("no order");
  expect(page.need).toEqual({ id, number, wanted: [{ itemId: world.mask.id, quantity: 60n }] });
  const sent = await posting(dispatcher, path, {
    warehouseId: world.warehouse.id,
    siteId: world.site.id,
    needId: id,
    boxes: "1",
    plannedOn: "2999-01-01",
    [`lines.${world.mask.id}.quantity`]: "20",
    [`lines.${world.mask.id}.pack`]: "",
  });
  await thrownBy(orderPage.action(routeArgs(sent)));
  const [made] = await db.select().from(deliveries).where(eq(deliveries.needId, id));
  expect(made).toMatchObject({ siteId: world.site.id, status: "planned" });
  const next = await orderPage.loader(routeArgs(await asking(dispatcher, path)));
  expect(next).toMatchObject({ need: { wanted: [{ quantity: 40n }] } });
  const board = await needsPage.loader(routeArgs(await asking(dispatcher, "/desk/needs")));
  expect(board.needs.rows).toMatchObject([
    { id, status: "accepted", lines: [{ underWay: 20n, missing: 40n, available: 480n }] },
  ]);
});

test("a need is closed with its reason only; what is wrong comes back to the form that asked", async () => {
  const world = await makeWorld();
  const { id } = await record(world);
  const refused = await post(world, id, { intent: "close", as: "met", reason: "" });
  expect(refused).toMatchObject({
    init: { status: 422 },
    data: { intent: "close", fields: { reason: "required" } },
  });
  const closed = await thrownBy(post(world, id, { intent: "close", as: "met", reason: "街道给了" }));
  expect(closed.headers.get("Location")).toBe(`/desk/needs/${id}?done=close`);
  const page = await needPage.loader(
    routeArgs(await asking(world.actors.dispatcher, `/desk/needs/${id}`), { id }),
  );
  expect(page).toMatchObject({
    need: { status: "met", answer: "街道给了" },
    can: { answer: false, deliver: false },
  });
});

test("a test message goes out from the organization's page; what the chat refused is said there", async () => {
  const world = await makeWorld();
  const { administrator } = world.actors;
  const id = world.organizationId;
  const send = async (values: Record<string, string>) =>
    thrownBy(
      organizationPage.action(
        routeArgs(await posting(administrator, `/desk/organizations/${id}`, values), { id }),
      ),
    );
  await send({ intent: "webhook", url: "https://oapi.dingtalk.com/robot/send?access_token=secret" });
  vi.stubGlobal("fetch", async () => Response.json({ errcode: 310000, errmsg: "keywords not in content" }));
  const refused = await send({ intent: "test" });
  vi.unstubAllGlobals();
  expect(refused.headers.get("Location")).toMatch(/\?done=no-test$/);
  expect((await getWebhook(administrator, id))?.lastFailure).toBe("310000 keywords not in content");
});
