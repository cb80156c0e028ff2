import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, deliveries } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { labelBins } from "#app/domain/labels/for-bins.server.ts";
import { labelLot } from "#app/domain/labels/for-lot.server.ts";
import { replaceLabel } from "#app/domain/labels/replace.server.ts";
import * as page from "#app/routes/q.$code.tsx";
import { boxedMasks, deliverMasks, keeperOf } from "#tests/support/boxes.ts";
import { blankLabels } from "#tests/support/consignments.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const scan = async (actor: UserActor | null, code: string) =>
  page.loader(routeArgs(await asking(actor, `/Q/${code}`), { code }));

const seen = async (code: string) => (await scan(null, code)).data.finding;

/** Two boxes of ten masks; the first is picked and loaded for a delivery of ten. */
async function boxOnDelivery() {
  const world = await makeWorld();
  const { codes, asset } = await boxedMasks(world, 2);
  const [code = "", other = ""] = codes;
  const delivery = await deliverMasks(world, 10);
  await keeperOf(world).pick(delivery.id, code);
  await keeperOf(world).load(delivery.id, code);
  return { world, asset, code, other, delivery };
}

const depart = (world: World, deliveryId: string) =>
  dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId });

test("a box's own label leads its receiver to the delivery once it has left, and only that box's", async () => {
  const { world, code, other, delivery } = await boxOnDelivery();
  expect(await seen(code)).toEqual({ kind: "unknown", code });
  await depart(world, delivery.id);
  expect(await seen(code)).toMatchObject({ kind: "found", delivery: { code: delivery.code } });
  expect(await seen(other)).toEqual({ kind: "unknown", code: other });
});

test("the delivery is signed for by way of the box's label, which then shows who signed", async () => {
  const { world, code, delivery } = await boxOnDelivery();
  await depart(world, delivery.id);
  const requestId = uuidv7();
  const form = { intent: "all", requestId, name: "刘书记", post: "居委会书记", pin: delivery.pin };
  const signing = page.action(routeArgs(await posting(null, `/q/${code}`, form), { code }));
  expect((await thrownBy(signing)).headers.get("Location")).toBe(`/q/${code}?signed=${requestId}`);
  expect(await seen(code)).toMatchObject({
    kind: "found",
    delivery: { status: "confirmed", signedBy: "居委会书记" },
  });
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, delivery.id));
  expect(row?.status).toBe("confirmed");
});

test("a label that was taken off the box leads no receiver to its delivery", async () => {
  const { world, code, delivery } = await boxOnDelivery();
  await depart(world, delivery.id);
  const fresh = await replaceLabel(world.actors.warehouse_keeper, uuidv7(), { code, reason: "撕破了" });
  expect(await seen(code)).toEqual({ kind: "unknown", code });
  expect(await seen(fresh.code)).toMatchObject({ kind: "found", delivery: { number: delivery.number } });
});

test("who works in the warehouse and scans a box, a bin or a lot lands on its page at the desk", async () => {
  const { world, asset, code, delivery } = await boxOnDelivery();
  const { warehouse_keeper: keeper, auditor } = world.actors;
  const { codes: bins } = await labelBins(keeper, uuidv7(), {
    warehouseId: world.warehouse.id,
    binIds: [world.bin.id],
  });
  const { codes: lots } = await labelLot(keeper, uuidv7(), { assetId: asset });
  const pages = [
    [code, `/desk/boxes/${code}`],
    [bins[0]!, `/desk/boxes?bin=${world.bin.id}`],
    [lots[0]!, `/desk/stock?item=${world.mask.id}`],
  ] as const;
  for (const [label, address] of pages) {
    expect((await thrownBy(scan(keeper, label))).headers.get("Location")).toBe(address);
    expect((await scan(auditor, label)).data.finding).toMatchObject({ kind: "unknown" });
  }
  const [blank = ""] = await blankLabels(world, 1);
  expect((await scan(keeper, blank)).data.finding).toMatchObject({ kind: "unknown" });
  expect((await scan(keeper, delivery.code)).data.finding).toMatchObject({ kind: "found" });
});

test("another organization's keeper is led nowhere, and no scan changes anything", async () => {
  const { code } = await boxOnDelivery();
  const stranger = (await makeWorld()).actors.warehouse_keeper;
  const state = () =>
    db.execute(sql`
      select (select count(*) from requests) as requests, (select count(*) from audit) as audit,
             (select count(*) from entries) as entries, (select count(*) from box_events) as events,
             (select md5(string_agg(l::text, '' order by l.code)) from labels l) as labels`);
  const signedIn = await asking(stranger, `/Q/${code}`);
  const before = await state();
  const { data } = await page.loader(routeArgs(signedIn, { code }));
  expect(data.finding).toEqual({ kind: "unknown", code });
  await seen(code);
  expect([...(await state())]).toEqual([...before]);
});
