import { expect, test } from "vitest";
import { addDistributions, noDistributions } from "#app/domain/reports/distribution.ts";
import { distributionColumns } from "#app/domain/reports/distribution-columns.ts";
import { balanceSheet } from "#app/domain/reports/balance-sheet.server.ts";
import { distributionBatches } from "#app/domain/reports/distributions.server.ts";
import { everything } from "#app/domain/reports/filter.ts";
import { findGift } from "#app/domain/reports/find-gift.server.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { refreshPublicSummary } from "#app/domain/reports/refresh-public-summary.server.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { close, decide, signedWorld } from "#tests/support/cases.ts";
import type { World } from "#tests/support/world.ts";

async function fresh() {
  await refreshPublicSummary();
  return publicSummary();
}

async function rowsOf(world: World) {
  const rows = [];
  for await (const batch of distributionBatches(everything)) rows.push(...batch);
  return rows.filter(({ organization }) => organization.endsWith(world.tag));
}

/** Sheet, summary and table of what was handed out agree to the fen. */
async function expectAgreement() {
  const [sheet, summary] = [await balanceSheet({ from: null, to: null }), await fresh()];
  expect(summaryOff(summary)).toMatchObject({ items: 0, holds: true });
  expect(sheet.goodsTotal).toMatchObject({
    out: summary.goods.handedOutFen,
    lost: summary.goods.lostFen,
    closing: summary.goods.leftFen,
  });
  let table = noDistributions;
  for await (const rows of distributionBatches(everything)) table = addDistributions(table, rows);
  expect(table.goodsFen).toBe(summary.goods.handedOutFen);
  return summary;
}

const township = (summary: Awaited<ReturnType<typeof fresh>>) =>
  summary.townships.find(({ code }) => code === "310115004")?.valueFen ?? 0n;

const fiveShort = { n: "1", good: "55", reason: "lost_on_the_way" } as const;

test("what is found in the warehouse was not handed out: a line below zero, and the sheet closes", async () => {
  const { world, delivery, cases } = await signedWorld(fiveShort);
  const before = await expectAgreement();
  await decide(world, cases[0]!.id, { decision: "found", foundAt: "warehouse" });
  const now = await expectAgreement();
  expect(now.goods.handedOutFen - before.goods.handedOutFen).toBe(-1000n);
  expect(now.goods.leftFen - before.goods.leftFen).toBe(1000n);
  expect(township(now) - township(before)).toBe(-1000n);
  const rows = await rowsOf(world);
  expect(rows.map((row) => [row.number, row.quantity, row.foundOf, row.valueFen, row.stockAfter])).toEqual([
    [delivery.number, 60n, null, 12000n, 440n],
    [cases[0]!.number, -5n, delivery.number, -1000n, 445n],
  ]);
  const words = messagesFor("zh-CN").reports;
  const remark = distributionColumns(words).at(-1)?.cell(rows[1]!);
  expect(remark).toContain(delivery.number);
});

test("what is written off stays handed out at the warehouse's door, and the donor reads that it is lost", async () => {
  const { world, cases } = await signedWorld(fiveShort);
  const before = await expectAgreement();
  await decide(world, cases[0]!.id, { decision: "written_off" });
  const now = await expectAgreement();
  expect(now.goods).toMatchObject({
    handedOutFen: before.goods.handedOutFen,
    lostFen: before.goods.lostFen,
    leftFen: before.goods.leftFen,
  });
  const found = (await findGift("SZ-2022-000001")).find(({ organization }) =>
    organization.endsWith(world.tag),
  );
  expect(found?.lots).toMatchObject([
    { received: 500n, stock: 440n, road: 0n, signed: 55n, disputed: 0n, lost: 5n },
  ]);
});

test("what is found at the site stays handed out, and counts as signed for", async () => {
  const { world, cases } = await signedWorld(fiveShort);
  const before = await expectAgreement();
  await decide(world, cases[0]!.id, { decision: "found", foundAt: "site" });
  const now = await expectAgreement();
  expect(now.goods.handedOutFen).toBe(before.goods.handedOutFen);
  const found = (await findGift("SZ-2022-000001")).find(({ organization }) =>
    organization.endsWith(world.tag),
  );
  expect(found?.lots).toMatchObject([{ signed: 60n, disputed: 0n, townships: [{ quantity: 60n }] }]);
});

test("the public home counts the cases that are open", async () => {
  const before = await fresh();
  const { world, cases } = await signedWorld(fiveShort);
  expect((await fresh()).goods.openCases - before.goods.openCases).toBe(1);
  await decide(world, cases[0]!.id, { decision: "written_off" });
  expect((await fresh()).goods.openCases - before.goods.openCases).toBe(1);
  await close(world, cases[0]!.id);
  expect((await fresh()).goods.openCases).toBe(before.goods.openCases);
});
