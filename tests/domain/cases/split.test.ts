import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { getCase } from "#app/domain/cases/get.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { assign, casesOf, close, decide, goodsIn, report, signedWorld } from "#tests/support/cases.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

test("three short: one is found, two are written off, each with its share to the fen", async () => {
  const { world, delivery, cases } = await signedWorld({ n: "1", good: "57", reason: "lost_on_the_way" });
  const [short] = cases;
  await assign(world, short!.id, world.actors.dispatcher.userId);
  await decide(world, short!.id, { decision: "found", foundAt: "site", quantity: "1" });
  const [first, rest] = await casesOf(world);
  expect(first).toMatchObject({ id: short!.id, quantity: 1n, decision: "found" });
  expect(rest).toMatchObject({
    quantity: 2n,
    kind: "short",
    decision: null,
    owner: "dispatcher",
    reason: "lost_on_the_way",
    dueOn: short!.dueOn,
    journey: delivery.number,
  });
  const { notes, lots } = await getCase(world.actors.auditor, rest!.id);
  expect(notes[0]?.text).toContain(`${short!.number} → ${rest!.number}`);
  expect(lots).toMatchObject([{ quantity: 2n, valueFen: 400n }]);
  expect((await getDelivery(world.actors.auditor, delivery.id)).lines).toMatchObject([
    { short: 3n, found: 1n },
  ]);
  expect(await goodsIn(world, "dispute")).toEqual([2, 400]);
  await close(world, short!.id);
  await decide(world, rest!.id, { decision: "written_off" });
  expect(await goodsIn(world, "dispute")).toEqual([0, 0]);
  expect(await goodsIn(world, "loss")).toEqual([2, 400]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("the last part takes the rest of an odd value", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "7", value: "0.10" });
  const { code, pin } = await sent(world, "7");
  await report({ code, pin }, [{ n: "1", good: "4", reason: "short_packed" }]);
  const [short] = await casesOf(world);
  const [, before] = await goodsIn(world, "dispute");
  await decide(world, short!.id, { decision: "written_off", quantity: "1" });
  const rest = (await casesOf(world)).find(({ decision }) => decision === null);
  await decide(world, rest!.id, { decision: "written_off", quantity: "1" });
  const last = (await casesOf(world)).find(({ decision }) => decision === null);
  await decide(world, last!.id, { decision: "written_off" });
  expect(await goodsIn(world, "loss")).toEqual([3, before]);
  expect(await goodsIn(world, "dispute")).toEqual([0, 0]);
});

test("one lot of several is decided by itself", async () => {
  const world = await makeWorld();
  const [first = "", second = ""] = await stockMasks(
    world,
    { quantity: "5", value: "5", lotNumber: "A", expiresOn: "2098-01-01" },
    { quantity: "5", value: "10", lotNumber: "B", expiresOn: "2099-01-01" },
  );
  const { code, pin } = await sent(world, "10");
  await report({ code, pin }, [{ n: "1", good: "2", reason: "lost_on_the_way" }]);
  const [short] = await casesOf(world);
  await expect(
    decide(world, short!.id, { decision: "written_off", lot: "99999999999" }),
  ).rejects.toMatchObject({ params: { fields: { lot: "not_in_list" } } });
  await expect(
    decide(world, short!.id, { decision: "written_off", lot: first, quantity: "4" }),
  ).rejects.toMatchObject({ params: { fields: { quantity: "more_than_left" } } });
  await decide(world, short!.id, { decision: "written_off", lot: second });
  expect(await goodsIn(world, "loss")).toEqual([5, 1000]);
  const rest = (await casesOf(world)).find(({ decision }) => decision === null);
  expect((await getCase(world.actors.auditor, rest!.id)).lots).toMatchObject([
    { assetId: first, lotNumber: "A", quantity: 3n, valueFen: 300n },
  ]);
});

test("all of it in so many words is no split", async () => {
  const { world, cases } = await signedWorld({ n: "1", good: "57", reason: "lost_on_the_way" });
  await decide(world, cases[0]!.id, { decision: "written_off", quantity: "3" });
  expect(await casesOf(world)).toMatchObject([{ quantity: 3n, decision: "written_off" }]);
});

/** Masks on the road to the world's site. */
async function sent(world: Awaited<ReturnType<typeof makeWorld>>, quantity: string) {
  const input = CreateDelivery.parse({
    warehouseId: world.warehouse.id,
    siteId: world.site.id,
    boxes: "1",
    lines: [{ itemId: world.mask.id, quantity }],
  });
  const { id } = await createDelivery(world.actors.warehouse_keeper, uuidv7(), input);
  return dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: id });
}
