import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StockLabelSheet } from "#app/components/labels/StockLabelSheet.tsx";
import { formatCode } from "#app/domain/code.ts";
import { printedStockLabels } from "#app/domain/labels/qr.ts";
import type { StockLabel, StockPaper } from "#app/domain/labels/stock-label.ts";
import { aBin, aBlank, aBox, allKinds } from "#tests/domain/labels/stock-story.ts";

const render = (labels: readonly StockLabel[], paper: StockPaper) =>
  renderToStaticMarkup(<StockLabelSheet labels={printedStockLabels(labels)} paper={paper} />);

test("a box's label says what, how many, which lot, for whom and its code in letters", () => {
  const label = aBox({ restriction: "只给 洋泾街道" });
  const html = render([label], "60x40");
  for (const words of [
    "医用外科口罩",
    "50只/盒×40盒",
    "L20220911",
    "2023-02-01",
    "3 箱 × 2,000 只 =",
    "6,000 只",
    "只给 洋泾街道",
    "A-03-2",
    "捐赠物资·非卖品",
    formatCode(label.code),
  ]) {
    expect(html).toContain(words);
  }
  expect(html).toMatch(/<svg[^>]*width="60mm" height="40mm" viewBox="0 0 60 40"/);
});

test("a bin's label says its name and warehouse, a blank one has lines to write on", () => {
  const html = render([aBin(), aBlank()], "60x40");
  for (const words of ["A-03-2", "川沙路中心仓", "防护用品", "物资 Item", "数量 Qty", "日期 Date"]) {
    expect(html).toContain(words);
  }
  expect(html.match(/捐赠物资·非卖品/g)).toHaveLength(1);
});

test("twenty-five labels fill one sheet and begin another", () => {
  const html = render(
    Array.from({ length: 25 }, () => aBlank()),
    "3x8",
  );
  expect(html.match(/class="stock-sheet"/g)).toHaveLength(2);
  expect(html.match(/<svg/g)).toHaveLength(25);
});

test("every kind carries its code, on both papers", () => {
  const labels = allKinds();
  for (const paper of ["60x40", "3x8"] as const) {
    const html = render(labels, paper);
    for (const { code } of labels) expect(html).toContain(`>${formatCode(code)}</text>`);
  }
});
