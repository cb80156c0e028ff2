import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { post } from "#app/domain/ledger/post.server.ts";
import { lossAccount } from "#app/domain/ledger/standing-accounts.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { balanceColumns, balanceFoot } from "#app/domain/reports/balance-columns.ts";
import { balanceSheet } from "#app/domain/reports/balance-sheet.server.ts";
import { addDistributions, noDistributions } from "#app/domain/reports/distribution.ts";
import { distributionBatches } from "#app/domain/reports/distributions.server.ts";
import { everything } from "#app/domain/reports/filter.ts";
import { findGift } from "#app/domain/reports/find-gift.server.ts";
import type { FoundGift } from "#app/domain/reports/found.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { refreshPublicSummary } from "#app/domain/reports/refresh-public-summary.server.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { assemble, give, type KitWorld, makeKitWorld, takeApart } from "#tests/support/kits.ts";
import { bringBack } from "#tests/support/returns.ts";
import { receiveLots, secondWarehouse, sendLots } from "#tests/support/transfers.ts";
import type { World } from "#tests/support/world.ts";
import { callOff, lose, pack, send, signFor } from "./story.ts";

const always = { from: null, to: null };

async function fresh() {
  await refreshPublicSummary();
  return publicSummary();
}

async function rowsOf(world: World) {
  const rows = [];
  for await (const batch of distributionBatches(everything)) rows.push(...batch);
  return rows.filter(({ organization }) => organization.endsWith(world.tag));
}

/** What a count found beyond the books: it comes back from the losses. */
async function findSurplus(world: World, asset: string, amount: bigint) {
  await db.transaction(async (tx) => {
    const from = await lossAccount(tx, world.organizationId, "lost");
    await post(tx, world.actors.warehouse_keeper, [
      {
        id: uuidv7(),
        kind: "stocktake.approve",
        organizationId: world.organizationId,
        responseId: world.responseId,
        occurredAt: new Date(),
        document: { kind: "stocktake", id: uuidv7() },
        postings: [{ from, to: world.warehouse.dockAccountId, asset: BigInt(asset), amount, valueFen: 0n }],
      },
    ]);
  });
}

const packKits = (world: KitWorld, quantity: string) =>
  createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "1",
      lines: [{ itemId: world.kit.id, quantity }],
    }),
  );

/** The sum that a donor reads: everything that is left of a lot, wherever, is what was given. */
function expectTraced(gift: FoundGift | undefined) {
  for (const lot of gift?.lots ?? []) {
    expect(lot.stock + lot.road + lot.signed + lot.disputed + lot.lost).toBe(lot.received);
  }
}

test("components go into kits and come out of them; the balance has a column for it, and its values are nothing in all", async () => {
  const world = await makeKitWorld();
  const words = messagesFor("zh-CN").reports;
  const before = await balanceSheet(always);
  const summaryBefore = await fresh();
  await give(world, world.mask, { quantity: "65", value: "65.01" });
  await give(world, world.mask, { quantity: "35", value: "5", restrictedTo: "花木街道" });
  await give(world, world.gel, { quantity: "10", value: "33.33" });
  const made = await assemble(world, "6");
  await takeApart(world, made.lots[0]!, "2");
  const sheet = await balanceSheet(always);
  const flowOf = (of: typeof sheet, name: string) =>
    of.goods.find(({ item, restricted }) => item?.name === name && !restricted);
  expect(flowOf(sheet, "防疫包")?.quantity).toMatchObject({ received: 0n, converted: 4n, closing: 4n });
  const masks = (of: typeof sheet) => flowOf(of, "医用外科口罩")?.quantity?.converted ?? 0n;
  expect(masks(sheet) - masks(before)).toBe(-40n);
  expect(sheet.goodsTotal.converted).toBe(0n);
  const labels = balanceColumns(sheet, words).map(({ label }) => label);
  expect(labels).toContain("组包/拆包");
  expect(balanceFoot(sheet, words).map((row) => row.length)).toEqual([labels.length, labels.length]);
  const summary = await fresh();
  expect(summaryOff(summary)).toMatchObject({ goodsFen: 0n, items: 0, holds: true });
  expect(summary.goods.receivedFen - summaryBefore.goods.receivedFen).toBe(10_334n);
  const kits = summary.items.find(({ name }) => name === "防疫包");
  expect(kits).toMatchObject({
    received: { quantity: 0n },
    converted: { quantity: 4n },
    left: { quantity: 4n },
  });
  const sum = (rows: { category: string; valueFen: bigint }[], category: string) =>
    rows.filter((row) => row.category === category).reduce((total, row) => total + row.valueFen, 0n);
  for (const category of ["kit", "protection", "disinfection"]) {
    expect(sum(summary.sources, category), category).toBe(sum(summary.destinations, category));
  }
});

test("a kit at the door names its components' gifts, and the donor finds the masks there", async () => {
  const world = await makeKitWorld();
  const masks = await give(world, world.mask, { quantity: "30", value: "30" });
  const gel = await give(world, world.gel, { quantity: "10", value: "10" });
  await assemble(world, "3");
  const delivery = await packKits(world, "2");
  await send(world, delivery.id);
  await signFor(delivery);
  const [row] = await rowsOf(world);
  expect(row).toMatchObject({ item: "防疫包", quantity: 2n, stockAfter: 1n, restricted: "none" });
  expect(row?.giftNumbers.toSorted()).toEqual([masks.gift.number, gel.gift.number].toSorted());
  const found = (await findGift(masks.gift.number)).find(({ organization }) =>
    organization.endsWith(world.tag),
  );
  expect(found?.lots).toMatchObject([
    { item: "医用外科口罩", received: 30n, stock: 10n, signed: 20n, townships: [{ quantity: 20n }] },
  ]);
  expectTraced(found);
});

test("what a site sends back is a line below zero; what is handed out falls by it, and the sums hold", async () => {
  const world = await makeKitWorld();
  const before = await fresh();
  const masks = await give(world, world.mask, { quantity: "100", value: "33.34" });
  const delivery = await pack(world, "60");
  await send(world, delivery.id);
  await signFor(delivery, { good: "50", reason: "short_packed" });
  const back = await bringBack(world, delivery.id, "20", { into: "quarantine" });
  const rows = await rowsOf(world);
  expect(rows.map((row) => [row.number, row.quantity, row.returnOf, row.stockAfter, row.good])).toEqual([
    [delivery.number, 60n, null, 40n, 50n],
    [back.number, -20n, delivery.number, 60n, null],
  ]);
  expect(rows[1]).toMatchObject({ takenBack: true, households: null, giftNumbers: [masks.gift.number] });
  const now = await fresh();
  expect(now.goods.handedOutFen - before.goods.handedOutFen).toBe(rows[0]!.valueFen + rows[1]!.valueFen);
  const township = (summary: typeof now) =>
    summary.townships.find(({ code }) => code === "310115004")?.valueFen ?? 0n;
  expect(township(now) - township(before)).toBe(rows[0]!.valueFen + rows[1]!.valueFen);
  expect(summaryOff(now).holds).toBe(true);
  const found = (await findGift(masks.gift.number)).find(({ organization }) =>
    organization.endsWith(world.tag),
  );
  expect(found?.lots).toMatchObject([
    { stock: 60n, signed: 30n, disputed: 10n, townships: [{ quantity: 30n }] },
  ]);
  expectTraced(found);
});

test("goods between two warehouses are stock; what is missing of them is lost; what a count finds is not", async () => {
  const world = await makeKitWorld();
  const there = await secondWarehouse(world);
  const before = await fresh();
  const { lot } = await give(world, world.mask, { quantity: "100", value: "10" });
  const sent = await sendLots(world, there.id, [[lot, "50"]]);
  let now = await fresh();
  expect(now.goods.leftFen - before.goods.leftFen).toBe(1000n);
  expect(summaryOff(now).holds).toBe(true);
  await receiveLots(world, sent.id, [{ n: 1, received: "40", remark: "少一箱" }]);
  now = await fresh();
  expect(now.goods.lostFen - before.goods.lostFen).toBe(100n);
  expect(now.goods.handedOutFen).toBe(before.goods.handedOutFen);
  await lose(world, lot, "5");
  await findSurplus(world, lot, 3n);
  now = await fresh();
  const masks = (summary: typeof now) => summary.items.find(({ name }) => name === "医用外科口罩");
  expect(masks(now)!.lost.quantity - (masks(before)?.lost.quantity ?? 0n)).toBe(12n);
  expect(summaryOff(now).holds).toBe(true);
  await balanceSheet(always);
});

test("whatever the warehouse does in whatever order, sheet, summary, tables and journal agree", async () => {
  const world = await makeKitWorld();
  const there = await secondWarehouse(world);
  const masks = await give(world, world.mask, { quantity: "400", value: "333.33" });
  const gel = await give(world, world.gel, { quantity: "40", value: "77.77" });
  const kits: { entryId: string; lots: string[] }[] = [];
  const sent: { id: string }[] = [];
  const packed: Awaited<ReturnType<typeof pack>>[] = [];
  const signed: { id: string }[] = [];
  const quietly = async (work: Promise<unknown>) => void (await work.catch(() => {}));
  const acts = {
    assemble: (n: number) => quietly(assemble(world, `${n}`).then((made) => kits.push(made))),
    takeApart: (n: number) => quietly(takeApart(world, kits[0]?.lots[0] ?? "0", `${n}`)),
    takeBack: async () => {
      const last = kits.pop();
      if (last) {
        const input = { entryId: last.entryId, reason: "装错" };
        await quietly(reverseEntry(world.actors.administrator, uuidv7(), input));
      }
    },
    packMasks: (n: number) => quietly(pack(world, `${n * 3}`).then((made) => packed.push(made))),
    packKits: (n: number) => quietly(packKits(world, `${n}`).then((made) => packed.push(made))),
    sign: async () => {
      const next = packed.shift();
      if (!next) return;
      await quietly(
        send(world, next.id)
          .then(() => signFor(next))
          .then(() => signed.push(next)),
      );
    },
    callOff: async () => {
      const next = packed.shift();
      if (next) await quietly(send(world, next.id).then(() => callOff(world, next.id)));
    },
    bringBack: async (n: number) => quietly(bringBack(world, signed[0]?.id ?? uuidv7(), `${n}`)),
    transfer: (n: number) =>
      quietly(sendLots(world, there.id, [[masks.lot, `${n}`]]).then((made) => sent.push(made))),
    receive: async () => {
      const next = sent.shift();
      if (next) await quietly(receiveLots(world, next.id, [{ n: 1, received: "1", remark: "少了" }]));
    },
    lose: (n: number) => quietly(lose(world, gel.lot, `${n}`)),
    find: (n: number) => quietly(findSurplus(world, gel.lot, BigInt(n))),
  };
  const names = Object.keys(acts).filter((name): name is keyof typeof acts => name in acts);
  // One story in which every act happens, so that the random ones start from books in which everything occurs.
  await acts.assemble(6);
  await acts.assemble(2);
  await acts.takeBack();
  await acts.takeApart(1);
  await acts.packMasks(4);
  await acts.packKits(4);
  for (const name of ["sign", "sign", "bringBack", "transfer", "receive", "lose", "find"] as const) {
    await acts[name](3);
  }
  expect([kits.length, signed.length, sent.length, packed.length]).toEqual([1, 2, 0, 0]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 6 })), {
        minLength: 4,
        maxLength: 12,
      }),
      async (story) => {
        for (const [name, n] of story) await acts[name](n);
        const sheet = await balanceSheet(always);
        const summary = await fresh();
        expect(summaryOff(summary)).toMatchObject({ items: 0, holds: true });
        expect(sheet.goodsTotal).toMatchObject({
          received: summary.goods.receivedFen,
          converted: 0n,
          out: summary.goods.handedOutFen,
          lost: summary.goods.lostFen,
          closing: summary.goods.leftFen,
        });
        let table = noDistributions;
        for await (const rows of distributionBatches(everything)) table = addDistributions(table, rows);
        expect(table.goodsFen).toBe(summary.goods.handedOutFen);
      },
    ),
    { numRuns: 12 },
  );
  const found = (await findGift(masks.gift.number)).find(({ organization }) =>
    organization.endsWith(world.tag),
  );
  expectTraced(found);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
}, 120_000);
