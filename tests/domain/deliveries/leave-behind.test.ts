import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { deliveryCustody } from "#app/domain/deliveries/custody.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { finishPicking } from "#app/domain/deliveries/finish-picking.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { DispatchDelivery } from "#app/domain/deliveries/schema.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { refusalOf } from "#app/domain/refusals.server.ts";
import { formatCode } from "#app/domain/code.ts";
import { boxedMasks, boxOf, deliverMasks, heldAt, keeperOf, snapshotOf } from "#tests/support/boxes.ts";
import { report } from "#tests/support/cases.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const send = (world: World, deliveryId: string, more: { leaveBehind?: boolean | string } = {}) =>
  dispatchDelivery(world.actors.dispatcher, uuidv7(), DispatchDelivery.parse({ deliveryId, ...more }));

const sentence = async (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => errorSentence(messagesFor("zh-CN"), refusalOf(error)),
  );

test("a box that is not loaded is named with its delivery, and stays in stock when it is left behind", async () => {
  const world = await makeWorld();
  const keeper = keeperOf(world);
  const { codes, asset } = await boxedMasks(world, 3);
  for (const code of codes) await keeper.move(code, world.bin.id);
  const delivery = await deliverMasks(world, 30);
  for (const code of codes) await keeper.pick(delivery.id, code);
  for (const code of codes.slice(0, 2)) await keeper.load(delivery.id, code);
  const left = codes[2]!;
  const before = await snapshotOf(world);
  const refused = await sentence(send(world, delivery.id));
  expect(refused).toContain(`${delivery.number} 已装车 2 箱，还有 1 箱没装：${formatCode(left)}`);
  expect(await snapshotOf(world)).toEqual(before);
  await send(world, delivery.id, { leaveBehind: "true" });
  expect(await boxOf(left)).toMatchObject({
    deliveryId: null,
    loadedAt: null,
    accountId: world.bin.accountId,
  });
  expect(await heldAt(world.bin.accountId, asset)).toBe(10n);
  const { lines } = await getDelivery(world.actors.auditor, delivery.id);
  expect(lines).toMatchObject([{ quantity: 20n, picks: [{ quantity: 20n }] }]);
  expect(await deliveryCustody(world.actors.auditor, delivery.id)).toMatchObject([
    { boxes: 2, holder: { is: "road" } },
    { boxes: 1, holder: { is: "warehouse", place: world.bin.name } },
  ]);
  const again = await deliverMasks(world, 10);
  await keeper.pick(again.id, left);
  expect(await deliveryCustody(world.actors.auditor, delivery.id)).toMatchObject([{ boxes: 2 }]);
  const signed = await report(delivery);
  expect(signed.lines).toMatchObject([{ good: "20", short: "0" }]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("of several lots only what was in the box goes back, with its part of the value", async () => {
  const world = await makeWorld();
  const keeper = keeperOf(world);
  const first = await boxedMasks(world, 1);
  const second = await boxedMasks(world, 1, 5);
  const delivery = await deliverMasks(world, 25);
  await keeper.pick(delivery.id, first.codes[0]!);
  await keeper.pick(delivery.id, second.codes[0]!);
  await keeper.load(delivery.id, first.codes[0]!);
  await send(world, delivery.id, { leaveBehind: true });
  const { lines } = await getDelivery(world.actors.auditor, delivery.id);
  expect(lines).toMatchObject([{ quantity: 15n }]);
  expect(await heldAt(world.warehouse.dockAccountId, second.asset)).toBe(10n);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("what stands in boxes that nobody picked is named, and picking ends without it", async () => {
  const world = await makeWorld();
  const keeper = keeperOf(world);
  const { codes, asset } = await boxedMasks(world, 2, 5);
  const delivery = await deliverMasks(world, 25);
  await keeper.pick(delivery.id, codes[0]!);
  const finish = (leaveBehind?: boolean) =>
    finishPicking(world.actors.warehouse_keeper, uuidv7(), { deliveryId: delivery.id, leaveBehind });
  const refused = await sentence(finish());
  expect(refused).toContain(
    `医用外科口罩有 1 箱贴了标签（${formatCode(codes[1]!)}），${delivery.number} 要的在里面`,
  );
  expect(await sentence(send(world, delivery.id))).toBe(refused);
  await finish(true);
  const { lines } = await getDelivery(world.actors.auditor, delivery.id);
  expect(lines).toMatchObject([{ quantity: 15n }]);
  expect(await heldAt(world.warehouse.dockAccountId, asset)).toBe(10n);
  await send(world, delivery.id);
  expect(await boxOf(codes[1]!)).toMatchObject({ accountId: world.warehouse.dockAccountId });
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("nothing picked and nothing loose: there is nothing to send", async () => {
  const world = await makeWorld();
  await boxedMasks(world, 1);
  const delivery = await deliverMasks(world, 10);
  const before = await snapshotOf(world);
  await expect(send(world, delivery.id, { leaveBehind: true })).rejects.toMatchObject({
    code: "nothing_to_send",
    params: { number: delivery.number },
  });
  expect(await snapshotOf(world)).toEqual(before);
});

test("with nothing to leave behind it goes whole", async () => {
  const world = await makeWorld();
  const { codes } = await boxedMasks(world, 1, 20);
  const delivery = await deliverMasks(world, 30);
  await keeperOf(world).pick(delivery.id, codes[0]!);
  await send(world, delivery.id, { leaveBehind: true });
  expect((await getDelivery(world.actors.auditor, delivery.id)).lines).toMatchObject([{ quantity: 30n }]);
});
