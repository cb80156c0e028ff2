import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DeliveryLabelSheet } from "#app/components/labels/DeliveryLabelSheet.tsx";
import { formatCode } from "#app/domain/code.ts";
import type { DeliveryLabel, LabelFormat } from "#app/domain/labels/delivery-label.ts";
import { printedLabels } from "#app/domain/labels/qr.ts";
import { aLabel, aLongLabel, masks } from "#tests/domain/labels/story.ts";

function render(labels: readonly DeliveryLabel[], format: LabelFormat): string {
  return renderToStaticMarkup(<DeliveryLabelSheet labels={printedLabels(labels, format)} format={format} />);
}

test("a carton label says what, how many, to whom, and its code in letters", () => {
  const label = aLabel({ restriction: "只给 洋泾街道" });
  const html = render([label], "100x150");
  for (const words of [
    "三林镇",
    "示例花园小区",
    "第 1/3 箱",
    "16,400 只",
    "8 箱 × 2,000 只 + 400 只",
    "2023-02-01",
    "只给 洋泾街道",
    "捐赠物资·非卖品",
    formatCode(label.code),
  ]) {
    expect(html).toContain(words);
  }
  expect(html).toMatch(/<svg[^>]*viewBox="0 0 37 37"/);
});

test("nine small labels fill one sheet and begin another", () => {
  const html = render(
    Array.from({ length: 9 }, () => aLabel()),
    "a4",
  );
  expect(html.match(/class="label-sheet"/g)).toHaveLength(2);
  expect(html.match(/class="sheet-label"/g)).toHaveLength(9);
});

test("lines that do not fit are counted, not cut off", () => {
  expect(render([aLongLabel()], "a4")).toMatch(/另有 \d+ 行见清单/);
  expect(render([aLabel({ lines: [masks] })], "a4")).not.toContain("另有");
});
