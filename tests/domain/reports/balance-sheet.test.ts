import fc from "fast-check";
import postgres from "postgres";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { balanceSheet } from "#app/domain/reports/balance-sheet.server.ts";
import {
  addFlows,
  type BalanceSheet,
  differenceOf,
  imbalanceOf,
  noFlow,
} from "#app/domain/reports/balance-sheet.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import { refreshPublicSummary } from "#app/domain/reports/refresh-public-summary.server.ts";
import { testOwnerUrl } from "#tests/support/database.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";
import { callOff, give, lose, pack, pay, send, signFor } from "./story.ts";

const always = { from: null, to: null };
const masks = (sheet: BalanceSheet, restricted = false) =>
  sheet.goods.find((row) => row.item?.name === "医用外科口罩" && row.restricted === restricted)?.quantity ??
  noFlow;

test("opening + received − handed out − lost = closing, for each period", async () => {
  const world = await makeWorld();
  await give(world, "100", { receivedOn: "2022-02-10" });
  await pay(world, "30", { paidOn: "2022-03-20" });
  await give(world, "50", { receivedOn: "2022-03-21", restrictedTo: "金桥镇" });
  await stockMasks(world, { quantity: "80", restrictedTo: "花木街道" }, { quantity: "20" });
  const march = await balanceSheet({ from: "2022-03-01", to: "2022-03-31" });
  expect(march.money.find(({ restricted }) => !restricted)?.value).toEqual({
    opening: 10_000n,
    received: 0n,
    converted: 0n,
    out: 3000n,
    lost: 0n,
    closing: 7000n,
  });
  expect(march.money.find(({ restricted }) => restricted)?.value).toMatchObject({
    received: 5000n,
    closing: 5000n,
  });
  expect(march.moneyTotal).toEqual({
    opening: 10_000n,
    received: 5000n,
    converted: 0n,
    out: 3000n,
    lost: 0n,
    closing: 12_000n,
  });
  expect(masks(march, true)).toMatchObject({ received: 80n, closing: 80n });
  expect(masks(march)).toMatchObject({ received: 20n, closing: 20n });
  const february = await balanceSheet({ from: null, to: "2022-02-28" });
  expect(february.moneyTotal).toMatchObject({ opening: 0n, received: 10_000n, closing: 10_000n });
  expect(masks(february)).toEqual(noFlow);
});

test("whatever is done in whatever order, sheet, summary and journal hold", async () => {
  const world = await makeWorld();
  const [lot] = await stockMasks(world, { quantity: "1000", value: "333.33" });
  const under: { id: string; code: string; pin: string }[] = [];
  const sent: { code: string; pin: string }[] = [];
  const entries: string[] = [];
  const quietly = async (work: Promise<unknown>) => void (await work.catch(() => {}));
  const acts = {
    give: async (n: number) => entries.push((await give(world, `${n}.5`)).entryId),
    pay: async (n: number) => quietly(pay(world, `${n}.25`)),
    stock: async (n: number) => void (await stockMasks(world, { quantity: `${n}`, value: `${n * 7}.01` })),
    pack: async (n: number) => quietly(pack(world, `${n}`).then((made) => under.push(made))),
    send: async () => {
      const next = under.shift();
      if (next) await quietly(send(world, next.id).then(() => sent.push(next)));
    },
    callOff: async () => {
      const next = under.shift();
      if (next) await quietly(send(world, next.id).then(() => callOff(world, next.id)));
    },
    sign: async (n: number) => {
      const next = sent.shift();
      if (next) await quietly(signFor(next, { good: `${n}`, reason: "short_packed" }));
    },
    reverse: async () => {
      const entryId = entries.pop();
      if (entryId)
        await quietly(reverseEntry(world.actors.fund_officer, uuidv7(), { entryId, reason: "记错" }));
    },
    lose: async (n: number) => quietly(lose(world, lot ?? "", `${n}`)),
  };
  const names = Object.keys(acts).filter((name): name is keyof typeof acts => name in acts);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 60 })), {
        minLength: 1,
        maxLength: 8,
      }),
      async (story) => {
        for (const [name, n] of story) await acts[name](n);
        const sheet = await balanceSheet(always);
        await refreshPublicSummary();
        const summary = await publicSummary();
        expect(summaryOff(summary).holds).toBe(true);
        expect(sheet.moneyTotal).toMatchObject({
          received: summary.money.receivedFen,
          closing: summary.money.leftFen,
        });
        expect(sheet.goodsTotal).toMatchObject({
          received: summary.goods.receivedFen,
          out: summary.goods.handedOutFen,
          lost: summary.goods.lostFen,
          closing: summary.goods.leftFen,
        });
      },
    ),
    { numRuns: 30 },
  );
  const { goodsTotal, moneyTotal } = await balanceSheet(always);
  expect([goodsTotal.out > 0n, goodsTotal.lost > 0n, moneyTotal.out > 0n]).toEqual([true, true, true]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
}, 120_000);

test("a balance somebody changed by hand is found, and the sheet is refused", async () => {
  const owner = postgres(testOwnerUrl(), { max: 1 });
  const shift = (fen: number) => owner`
    update balances set amount = amount + ${fen}, value_fen = value_fen + ${fen}
    where (account_id, asset_id) = (select account_id, asset_id from balances
                                    where asset_id = 1 and amount > 100 order by account_id limit 1)`;
  await shift(50);
  await expect(balanceSheet(always)).rejects.toMatchObject({
    code: "does_not_balance",
    params: { differenceFen: "50" },
  });
  await refreshPublicSummary();
  expect(summaryOff(await publicSummary())).toMatchObject({ moneyFen: -50n, holds: false });
  await shift(-50);
  await owner.end();
  await balanceSheet(always);
});

test("the arithmetic of a sheet", () => {
  const flow = { opening: 5n, received: 13n, converted: -3n, out: 7n, lost: 1n, closing: 7n };
  expect(differenceOf(flow)).toBe(0n);
  expect(addFlows([flow, flow]).closing).toBe(14n);
  const row = { item: null, restricted: false, quantity: null, value: flow };
  expect(imbalanceOf([row])).toBeNull();
  expect(imbalanceOf([row, { ...row, value: { ...flow, closing: 9n } }])).toBe(2n);
  expect(imbalanceOf([{ ...row, quantity: { ...flow, lost: 0n } }])).toBe(1n);
});
