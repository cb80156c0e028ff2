import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, pledges } from "#db";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { handOverDelivery } from "#app/domain/deliveries/hand-over.server.ts";
import { renewCode } from "#app/domain/deliveries/renew-code.server.ts";
import { renewPin } from "#app/domain/deliveries/renew-pin.server.ts";
import { ConfirmDelivery, CreateDelivery, HandOverDelivery } from "#app/domain/deliveries/schema.ts";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { recordPayment } from "#app/domain/payments/record.server.ts";
import { RecordPayment } from "#app/domain/payments/schema.ts";
import { withdrawPledge } from "#app/domain/pledges/withdraw.server.ts";
import { putAway } from "#app/domain/stock/put-away.server.ts";
import { writeOff } from "#app/domain/write-offs/write-off.server.ts";
import { giveMoney, pay, promise } from "#tests/support/gifts.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { packedWorld, roadWorld } from "#tests/support/road.ts";
import { loseGoods } from "#tests/support/write-offs.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const receiver = { kind: "receiver", address: "192.0.2.1" } as const;
const ROUNDS = 50;
const AT_ONCE = 8;

const confirm = (delivery: { code: string; pin: string }, requestId = uuidv7()) =>
  confirmDelivery(
    receiver,
    requestId,
    ConfirmDelivery.parse({ code: delivery.code, pin: delivery.pin, name: "刘书记" }),
  );

const cancel = (world: World, deliveryId: string, requestId = uuidv7()) =>
  cancelDelivery(world.actors.warehouse_keeper, requestId, { deliveryId, reason: "封路" });

const dispatch = (world: World, deliveryId: string, requestId = uuidv7()) =>
  dispatchDelivery(world.actors.dispatcher, requestId, { deliveryId });

const handOver = (world: World, deliveryId: string, requestId = uuidv7(), quantity?: string) =>
  handOverDelivery(
    world.actors.site_contact,
    requestId,
    HandOverDelivery.parse({
      deliveryId,
      households: "1",
      people: "2",
      handedOn: "2022-03-20",
      lines: quantity ? [{ n: 1, quantity }] : [],
    }),
  );

const putAwayLot = (world: World, assetId: string, quantity: bigint, requestId = uuidv7()) =>
  putAway(world.actors.warehouse_keeper, requestId, {
    warehouseId: world.warehouse.id,
    lines: [{ assetId, binId: world.bin.id, quantity }],
  });

/** How many of these were done, when the others were refused for one of these reasons. */
async function doneOf(work: Promise<unknown>[], ...allowed: string[]): Promise<number> {
  const codes = await Promise.all(work.map(refusalCode));
  for (const code of codes) expect(["done", ...allowed]).toContain(code);
  return codes.filter((code) => code === "done").length;
}

async function booksHold() {
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
}

/** Ten times the same request at once: one answer, one row of audit. */
async function onceOfTen(act: (requestId: string) => Promise<unknown>) {
  const requestId = uuidv7();
  const answers = await Promise.all(Array.from({ length: 10 }, () => act(requestId)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const [audit] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from audit where request_id = ${requestId}`,
  );
  expect(audit?.count).toBe(1);
}

test("each verb of the chain, sent ten times at once with one request id, is done once", async () => {
  const world = await makeWorld();
  const { fund_officer, warehouse_keeper, dispatcher, administrator } = world.actors;
  const [lot = "", other = ""] = await stockMasks(world, { quantity: "100", value: "33.34" }, {});
  const money = ReceiveMoney.parse({ donor: "甲", amount: "1000", receivedOn: "2022-04-01" });
  await onceOfTen((id) => receiveMoney(fund_officer, id, money));
  const payment = { kind: "grant", payee: "乙", purpose: "慰问", amount: "300", paidOn: "2022-04-02" };
  await onceOfTen((id) => recordPayment(fund_officer, id, RecordPayment.parse(payment)));
  const gift = await giveMoney(world);
  await onceOfTen((id) => reverseEntry(fund_officer, id, { entryId: gift.entryId, reason: "记错" }));
  const pledge = await promise(world);
  await onceOfTen((id) => withdrawPledge(fund_officer, id, { pledgeId: pledge.id, reason: "不来了" }));
  await onceOfTen((id) => putAwayLot(world, lot, 100n, id));
  await onceOfTen((id) =>
    writeOff(warehouse_keeper, id, {
      warehouseId: world.warehouse.id,
      assetId: other,
      accountId: `${world.warehouse.dockAccountId}`,
      quantity: 7n,
      reason: "damaged",
      remark: "压坏",
      evidence: null,
    }),
  );
  const order = CreateDelivery.parse({
    warehouseId: world.warehouse.id,
    siteId: world.site.id,
    boxes: "1",
    lines: [{ itemId: world.mask.id, quantity: "40" }],
  });
  await onceOfTen((id) => createDelivery(warehouse_keeper, id, order));
  const delivery = await createDelivery(dispatcher, uuidv7(), order);
  await onceOfTen((id) => dispatch(world, delivery.id, id));
  await onceOfTen((id) => renewPin(dispatcher, id, { deliveryId: delivery.id }));
  await onceOfTen((id) => renewCode(administrator, id, { deliveryId: delivery.id, reason: "丢了" }));
  const doomed = await createDelivery(dispatcher, uuidv7(), order);
  await onceOfTen((id) => cancel(world, doomed.id, id));
  await booksHold();
});

test("cancelling and confirming at once: one of them happens", async () => {
  for (let round = 0; round < ROUNDS / AT_ONCE; round += 1) {
    const { world, delivery } = await roadWorld();
    const work = Array.from({ length: AT_ONCE }, (_, n) =>
      n % 2 === 0 ? cancel(world, delivery.id) : confirm(delivery),
    );
    const refusals = ["already_confirmed", "delivery_cancelled", "stale"];
    expect(await doneOf(work, ...refusals)).toBe(1);
  }
  await booksHold();
});

test("dispatching and cancelling at once: the goods are on the road or back, never both", async () => {
  for (let round = 0; round < ROUNDS / AT_ONCE; round += 1) {
    const { world, delivery } = await packedWorld();
    const work = Array.from({ length: AT_ONCE }, (_, n) =>
      n % 2 === 0 ? cancel(world, delivery.id) : dispatch(world, delivery.id),
    );
    const done = await doneOf(work, "delivery_cancelled", "stale");
    expect([1, 2]).toContain(done);
  }
  await booksHold();
});

test("a new PIN and a confirmation at once: the old PIN signs before, or is wrong after", async () => {
  const { world, delivery } = await roadWorld();
  const work = Array.from({ length: AT_ONCE }, (_, n) =>
    n % 2 === 0
      ? renewPin(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id })
      : confirm(delivery),
  );
  await doneOf(work, "wrong_pin", "already_confirmed", "not_found", "pin_locked", "stale");
  await booksHold();
});

test("the same lot put away by eight people at once goes up once", async () => {
  for (let round = 0; round < 4; round += 1) {
    const world = await makeWorld();
    const [lot = ""] = await stockMasks(world, { quantity: "100", value: "10" });
    const work = Array.from({ length: AT_ONCE }, () => putAwayLot(world, lot, 60n));
    expect(await doneOf(work, "insufficient_stock")).toBe(1);
  }
  await booksHold();
});

test("eight hand-overs of the same delivery at once never hand on more than arrived", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { world, delivery } = await roadWorld();
    await confirm(delivery);
    const work = Array.from({ length: AT_ONCE }, () => handOver(world, delivery.id, uuidv7(), "25"));
    expect(await doneOf(work, "more_than_left", "stale")).toBe(2);
  }
  await booksHold();
});

test("money that comes in while its promise is being withdrawn is not booked against it", async () => {
  const world = await makeWorld();
  const pledge = await promise(world);
  const gift = await db.transaction(async (tx) => {
    await tx.update(pledges).set({ withdrawnAt: new Date(), withdrawnReason: "不来了" });
    const coming = refusalCode(giveMoney(world, { pledgeId: pledge.id }));
    await sleep(200);
    return { coming };
  });
  expect(await gift.coming).toBe("stale");
});

test("eight payments at once out of money for three: three are booked", async () => {
  const world = await makeWorld();
  await giveMoney(world, { amount: "1000" });
  const work = Array.from({ length: AT_ONCE }, () => pay(world, { amount: "300" }));
  expect(await doneOf(work, "insufficient_money")).toBe(3);
  await booksHold();
});

test("everything at once in one warehouse waits for each other without a deadlock", async () => {
  const world = await makeWorld();
  const lots = await stockMasks(world, ...Array.from({ length: 4 }, () => ({ quantity: "300", value: "7" })));
  await Promise.all(lots.slice(0, 2).map((lot) => putAwayLot(world, lot, 150n)));
  const order = (quantity: string) =>
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "1",
      lines: [{ itemId: world.mask.id, quantity }],
    });
  const journey = async (n: number) => {
    const delivery = await createDelivery(world.actors.dispatcher, uuidv7(), order(String(1 + (n % 5))));
    if (n % 3 === 0) return cancel(world, delivery.id);
    await dispatch(world, delivery.id);
    if (n % 3 === 1) return cancel(world, delivery.id);
    await confirm(delivery);
    return handOver(world, delivery.id);
  };
  const runner = async (first: number) => {
    for (let n = first; n < ROUNDS; n += AT_ONCE) {
      if (n % 7 === 6) await putAwayLot(world, lots[n % 4] ?? "", 1n);
      else await journey(n);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => runner(first)));
  await booksHold();
});

test("taking a put-away back after its goods went on is refused, and no fen is left without goods", async () => {
  const world = await makeWorld();
  const [lot = ""] = await stockMasks(world, { quantity: "3", value: "0.10" });
  const { entries } = await putAwayLot(world, lot, 1n);
  await putAwayLot(world, lot, 1n);
  await putAwayLot(world, lot, 1n);
  await loseGoods(world, lot, { accountId: `${world.bin.accountId}`, quantity: "2" });
  const back = reverseEntry(world.actors.fund_officer, uuidv7(), {
    entryId: entries[0] ?? "",
    reason: "放错",
  });
  expect(await doneOf([back], "stale")).toBe(0);
  await booksHold();
});
