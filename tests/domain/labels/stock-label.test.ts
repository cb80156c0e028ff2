import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { stockMeasures } from "#app/domain/labels/draw-stock-label.ts";
import { stockLabelsPdf } from "#app/domain/labels/stock-label.server.ts";
import {
  type GoodsLabel,
  type StockLabel,
  type StockPaper,
  stockCells,
} from "#app/domain/labels/stock-label.ts";
import { stockSheet } from "#app/domain/labels/stock-sheet.ts";
import { UnprintableText } from "#app/domain/labels/unprintable-text.ts";
import { ink, type Raster, rasterise, readQrCodes } from "#tests/support/raster.ts";
import { aBin, aBlank, aBox, aLongBox, allKinds, anUnknown } from "#tests/domain/labels/stock-story.ts";

const print = async (labels: readonly StockLabel[], paper: StockPaper) =>
  rasterise(await buffer(stockLabelsPdf("测试", labels, paper)));

const sizeOf = ({ width, height }: Raster) => `${Math.round(width / 8)} × ${Math.round(height / 8)}`;

test("small labels are 60 × 40 mm, one a page, and every code decodes from a 203 dpi print", async () => {
  const labels = allKinds();
  const pages = await print(labels, "60x40");
  expect(new Set(pages.map(sizeOf))).toEqual(new Set(["60 × 40"]));
  expect(await Promise.all(pages.map(readQrCodes))).toEqual(labels.map(({ url }) => [url]));
});

test("twenty-four are on an A4 sheet, and every code decodes", async () => {
  const labels = [...allKinds(), ...allKinds(), aLongBox()];
  const pages = await print(labels, "3x8");
  expect(pages.map(sizeOf)).toEqual(["210 × 297", "210 × 297"]);
  const codes = await Promise.all(pages.map(readQrCodes));
  expect(codes.map(({ length }) => length)).toEqual([24, 1]);
  expect(codes.flat().sort()).toEqual(labels.map(({ url }) => url).sort());
});

test("a code's modules are whole dots, so that none is wider than its neighbour", async () => {
  const [page] = await print([aBlank()], "60x40");
  // The left side of the upper left finder pattern: seven modules of five dots, from 2.5 mm on.
  const side = Array.from({ length: 37 }, (_, dot) => (page!.grey[(19 + dot) * page!.width + 22] ?? 0) < 128);
  expect(side).toEqual([false, ...Array.from({ length: 35 }, () => true), false]);
});

test.each(["60x40", "3x8"] as const)("on %s nothing runs into the margins of its label", async (paper) => {
  const { width, height, left, top } = stockMeasures[paper];
  for (const label of allKinds()) {
    const [page] = await print([label], paper);
    const y = paper === "3x8" ? stockSheet.top : 0;
    const right = width - left;
    expect(ink(page!, 0.3, y + 0.3, left - 0.5, height - 0.6), label.code).toBe(0);
    expect(ink(page!, right + 0.2, y + 0.3, left - 0.5, height - 0.6), label.code).toBe(0);
    expect(ink(page!, 0.3, y + 0.3, width - 0.6, top - 0.5), label.code).toBe(0);
    expect(ink(page!, 0.3, y + height - 1, width - 0.6, 0.7), label.code).toBe(0);
  }
});

test.each(["60x40", "3x8"] as const)("on %s the longest rows keep white between them", async (paper) => {
  const [page] = await print([aLongBox()], paper);
  const { left, top, inner, column, rule, restriction } = stockMeasures[paper];
  const y = top + (paper === "3x8" ? stockSheet.top : 0);
  const dark = (from: number, to: number) =>
    Array.from({ length: Math.round((to - from) * 8) }, (_, dot) =>
      ink(page!, left + column, from + dot / 8, inner - column, 0.125),
    ).filter((dots) => dots > 0).length;
  const whiteLines = (from: number, to: number) => Math.round((to - from) * 8) - dark(y + from, y + to);
  expect(whiteLines(0, restriction.top), "between name, facts and quantity").toBeGreaterThanOrEqual(4);
  expect(whiteLines(restriction.top + restriction.height, rule)).toBeGreaterThanOrEqual(3);
});

test("a restriction is white on black", async () => {
  const [free, restricted] = await print([aBox(), aBox({ restriction: "只给 洋泾街道" })], "60x40");
  const { left, top, inner, restriction } = stockMeasures["60x40"];
  const share = (page: Raster) =>
    ink(page, left, top + restriction.top, inner, restriction.height) / (inner * restriction.height * 64);
  expect(share(restricted!)).toBeGreaterThan(0.75);
  expect(share(restricted!)).toBeLessThan(0.97);
  expect(share(free!)).toBeLessThan(0.3);
});

test("the shorter a bin's name, the larger it is", async () => {
  const pages = await print(
    ["A", "A-03-2", "二楼西侧冷藏架", "二楼西侧冷藏货架第三排靠窗位置最里面的"].map((name) => aBin({ name })),
    "60x40",
  );
  const rows = pages.map(
    (page) =>
      Array.from({ length: 12 * 8 }, (_, dot) => ink(page, 3, 20 + dot / 8, 4, 0.125)).filter(Boolean).length,
  );
  expect(rows[0]).toBe(rows[1]);
  expect(rows[1]).toBeGreaterThan(rows[2]!);
});

test("quantities are written in full", () => {
  expect(stockCells(aBox())).toMatchObject({ packing: "3 箱 × 2,000 只", total: "6,000 只" });
  expect(stockCells(aBox({ quantity: { amount: 24n, unit: "瓶" } }))).toMatchObject({ total: "24 瓶" });
  const { quantity: _quantity, ...lot }: GoodsLabel = aBox();
  expect(stockCells(lot)).not.toHaveProperty("total");
  expect(stockCells(anUnknown())).toMatchObject({ title: "还没点的箱子", total: "约 14.2 kg" });
  expect(stockCells(aBox({ lots: 3 }))).toMatchObject({ total: "3 批" });
});

test("a character without a glyph is refused before anything is written", () => {
  expect(() => stockLabelsPdf("x", [aBox({ item: "口罩🙂" })], "60x40")).toThrow(UnprintableText);
  expect(() => stockLabelsPdf("x", [], "60x40")).toThrow(RangeError);
});

test("whoever stops reading stops the drawing", async () => {
  const pdf = stockLabelsPdf(
    "x",
    Array.from({ length: 1_000 }, () => aBox()),
    "60x40",
  );
  for await (const _chunk of pdf) break;
  expect(pdf.destroyed).toBe(true);
});

test("no text is too long for a label", async () => {
  const text = fc.string({ unit: fc.constantFrom("新", "A", " ", "1", "（", "，"), maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(text, text, text, text, async (item, specification, restriction, place) => {
      const label = aBox({ item: item || "x", specification, restriction, place });
      const [page] = await print([label], "60x40");
      expect(await readQrCodes(page!)).toEqual([label.url]);
      expect(ink(page!, 57.8, 0, 2.2, 40)).toBe(0);
    }),
    { numRuns: 8 },
  );
});
