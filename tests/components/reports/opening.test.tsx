import { expect, test } from "vitest";
import { Opening } from "#app/components/reports/opening.tsx";
import { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { render, textOf } from "#tests/components/render.tsx";

/** A summary of one gift of money, one payment, and blankets of which some are left. */
const summary = (change: { moneyLeft?: string; itemsOff?: number } = {}): PublicSummary =>
  PublicSummary.parse({
    computedAt: "2022-06-30T07:00:00.000Z",
    entries: 5,
    firstOn: "2022-03-14",
    lastOn: "2022-06-28",
    responses: [{ name: "2022 年春", nameEn: "Spring 2022" }],
    publishers: [],
    money: {
      gifts: 150,
      receivedFen: "3639190000",
      restrictedFen: "601740000",
      purchasesFen: "1783740000",
      grantsFen: "513820000",
      leftFen: change.moneyLeft ?? "1341630000",
    },
    goods: {
      lots: 2,
      kinds: 1,
      deliveries: 3,
      deliveriesWithDifferences: 1,
      openCases: 1,
      receivedFen: "6000000",
      handedOutFen: "3050000",
      lostFen: "0",
      leftFen: "2950000",
      unvaluedLots: 6,
      itemsOff: change.itemsOff ?? 0,
    },
    pledged: { moneyFen: "420000000", moneyPledges: 9, goodsPledges: 0 },
    reached: {
      townships: 36,
      fieldHospitals: 6,
      hospitals: 5,
      otherSites: 0,
      organizations: 1,
      households: 0,
      people: 0,
    },
    items: [
      {
        name: "毛毯",
        unit: "条",
        category: "bedding",
        received: { quantity: "1200", valueFen: "6000000" },
        converted: { quantity: "0", valueFen: "0" },
        handedOut: { quantity: "610", valueFen: "3050000" },
        lost: { quantity: "0", valueFen: "0" },
        left: { quantity: "590", valueFen: "2950000" },
      },
    ],
    unvalued: [],
    donors: [],
    donorCount: 0,
    townships: [],
    needs: { open: 0, met: 0, otherWishes: 0, items: [] },
    latest: [],
    sources: [],
    destinations: [],
    timeline: [],
  });

test("the two sums stand in 万元 with the exact amount beside, and what was promised stands apart", () => {
  const html = render(<Opening summary={summary()} />);
  const text = textOf(html);
  expect(text).toContain("3,639.19");
  expect(html).toContain('title="36,391,900.00 元"');
  expect(text).toContain("毛毯 590 条 × 50 元");
  expect(text).toContain("另有 9 笔意向共 420.00， 还没到账，不算在内。");
  expect(text).toContain("另有 6 批物资价值待确认");
  expect(text).toMatch(/送到 36 个街镇 .*6 家方舱医院 .*5 家定点医院/);
  expect(text).not.toContain("四舍五入");
  const english = textOf(render(<Opening summary={summary()} />, { locale: "en" }));
  expect(english).toMatch(/36\.39 .*22\.98 .*13\.42 .*Rounded to two decimals/);
});

test("money that does not balance has no total; the goods keep theirs", () => {
  const text = textOf(render(<Opening summary={summary({ moneyLeft: "1341630050" })} />));
  expect(text).toContain("账不平，差 0.50 元，先不公开");
  expect(text).not.toContain("3,639.19");
  expect(text).toContain("毛毯 590 条 × 50 元");
});

test("quantities that do not match take the goods' total away", () => {
  const text = textOf(render(<Opening summary={summary({ itemsOff: 1 })} />));
  expect(text).toContain("有 1 种物资的数量对不上");
  expect(text).not.toContain("毛毯 590 条");
});
