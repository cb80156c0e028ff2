import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db";
import { recordPledge } from "#app/domain/pledges/record.server.ts";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import { refreshPublicSummary, stateOfBooks } from "#app/domain/reports/refresh-public-summary.server.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";
import { callOff, give, lose, pack, pay, send, signFor } from "./story.ts";

let before: PublicSummary;
beforeEach(async () => {
  before = await fresh();
});

async function fresh(): Promise<PublicSummary> {
  await refreshPublicSummary();
  return publicSummary();
}

const nothing = { quantity: 0n, valueFen: 0n };
const masks = (summary: PublicSummary) =>
  summary.items.find(({ name }) => name === "医用外科口罩") ?? {
    received: nothing,
    handedOut: nothing,
    lost: nothing,
    left: nothing,
  };

test("the totals follow every verb, and hold after each", async () => {
  const world = await makeWorld();
  const [lot] = await stockMasks(world, { quantity: "100", value: "33.34" });
  let now = await fresh();
  expect(now.goods.receivedFen - before.goods.receivedFen).toBe(3334n);
  expect(now.goods.lots - before.goods.lots).toBe(1);

  const first = await pack(world, "70");
  now = await fresh();
  expect(now.goods.handedOutFen).toBe(before.goods.handedOutFen);
  await send(world, first.id);
  now = await fresh();
  expect(now.goods.handedOutFen - before.goods.handedOutFen).toBe(2333n);
  await signFor(first, { good: "60", damaged: "2", reason: "damaged_goods" });
  now = await fresh();
  expect(now.goods.handedOutFen - before.goods.handedOutFen).toBe(2333n);
  expect(now.goods.deliveriesWithDifferences - before.goods.deliveriesWithDifferences).toBe(1);
  expect(now.latest[0]).toMatchObject({
    number: first.number,
    lines: [{ quantity: 70n, short: 8n, damaged: 2n }],
  });

  const second = await pack(world, "20");
  await send(world, second.id);
  await callOff(world, second.id);
  now = await fresh();
  expect(now.goods.handedOutFen - before.goods.handedOutFen).toBe(2333n);
  expect(now.goods.deliveries - before.goods.deliveries).toBe(1);

  await lose(world, lot ?? "", "10");
  now = await fresh();
  expect(now.goods.lostFen - before.goods.lostFen).toBe(333n);
  expect(now.goods.leftFen - before.goods.leftFen).toBe(668n);
  expect(masks(now).left.quantity - masks(before).left.quantity).toBe(20n);
  expect(summaryOff(now)).toMatchObject({ moneyFen: 0n, goodsFen: 0n, items: 0, holds: true });
});

test("money: received less spent is left; a reversal takes its gift out of total and count", async () => {
  const world = await makeWorld();
  await give(world, "1000", { restrictedTo: "金桥镇" });
  const slip = await give(world, "77.77");
  await give(world, "500.50");
  await pay(world, "300.25");
  await pay(world, "100", { kind: "grant", payee: "示例社区基金会" });
  await reverseEntry(world.actors.fund_officer, uuidv7(), { entryId: slip.entryId, reason: "记错" });
  const now = await fresh();
  expect(now.money).toEqual({
    gifts: before.money.gifts + 2,
    receivedFen: before.money.receivedFen + 150_050n,
    restrictedFen: before.money.restrictedFen + 100_000n,
    purchasesFen: before.money.purchasesFen + 30_025n,
    grantsFen: before.money.grantsFen + 10_000n,
    leftFen: before.money.leftFen + 110_025n,
  });
  expect(summaryOff(now).holds).toBe(true);
});

test("a pledge stands apart, and only what has not come of it", async () => {
  const world = await makeWorld();
  const pledge = await recordPledge(
    world.actors.fund_officer,
    uuidv7(),
    RecordPledge.parse({ kind: "money", amount: "10000", pledgedOn: "2022-03-10", donor: "示例集团" }),
  );
  let now = await fresh();
  expect(now.pledged.moneyFen - before.pledged.moneyFen).toBe(1_000_000n);
  expect(now.money).toEqual(before.money);
  await give(world, "4000", { pledgeId: pledge.id });
  now = await fresh();
  expect(now.pledged.moneyFen - before.pledged.moneyFen).toBe(600_000n);
  await give(world, "6000", { pledgeId: pledge.id });
  now = await fresh();
  expect(now.pledged).toEqual(before.pledged);
});

test("goods without a value count in quantity and in no total", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "50", valueBasis: "unvalued" });
  const now = await fresh();
  expect(now.goods.receivedFen).toBe(before.goods.receivedFen);
  expect(now.goods.unvaluedLots - before.goods.unvaluedLots).toBe(1);
  expect(masks(now).received.quantity - masks(before).received.quantity).toBe(50n);
});

test("a donor without consent is in the line of the unnamed, and consent taken back changes the state of the books", async () => {
  const world = await makeWorld();
  await give(world, "12.34", { donor: "王小明" });
  const now = await fresh();
  const unnamed = (summary: PublicSummary) =>
    summary.donors.find(({ name }) => name === null)?.moneyFen ?? 0n;
  expect(unnamed(now) - unnamed(before)).toBe(1234n);
  expect(
    JSON.stringify(now, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value)),
  ).not.toContain("王小明");
  const state = await stateOfBooks(db);
  await db.execute(sql`
    insert into audit (action, asker, request_id) values ('donor.edit', 'user:test', ${uuidv7()})`);
  expect(await stateOfBooks(db)).not.toBe(state);
});
