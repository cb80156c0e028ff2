import { expect, test } from "vitest";
import { deliveryLabelsPdf } from "#app/domain/labels/delivery-label.server.ts";
import { UnprintableText } from "#app/domain/labels/unprintable-text.ts";
import { cut, ink, rasterise, readQrCodes } from "#tests/support/raster.ts";
import { aLabel, aLongLabel, masks, suits } from "#tests/domain/labels/story.ts";

/** Millimetres, to a thousandth. */
function pageSizes(pdf: Uint8Array): string[] {
  const boxes = Buffer.from(pdf)
    .toString("latin1")
    .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  const millimetres = (points: string | undefined) => Number(((Number(points) / 72) * 25.4).toFixed(3));
  return Array.from(boxes, (box) => `${millimetres(box[1])} × ${millimetres(box[2])}`);
}

test("carton labels are 100 × 150 mm, one a page, and every code decodes from a 203 dpi print", async () => {
  const labels = [aLabel(), aLongLabel(), aLabel({ restriction: "只给 洋泾街道", lines: [suits, masks] })];
  const pdf = await deliveryLabelsPdf(labels, "100x150");
  expect(pageSizes(pdf)).toEqual(["100 × 150", "100 × 150", "100 × 150"]);
  for (const [n, page] of rasterise(pdf).entries()) expect(await readQrCodes(page)).toEqual([labels[n]?.url]);
});

test("sheet labels are eight on an A4 page, in order, and every code decodes", async () => {
  const labels = [
    aLongLabel(),
    ...Array.from({ length: 9 }, (_, n) => aLabel({ boxNumber: n + 1, boxCount: 9 })),
  ];
  const pdf = await deliveryLabelsPdf(labels, "a4");
  expect(pageSizes(pdf)).toEqual(["210 × 297", "210 × 297"]);
  const codes = await Promise.all(rasterise(pdf).map(readQrCodes));
  expect(codes.map((page) => page.length)).toEqual([8, 2]);
  expect(codes.flat().sort()).toEqual(labels.map((label) => label.url).sort());
});

test("a code is read after a tenth of it is lost to dirt on a carton", async () => {
  const label = aLabel();
  const [page] = rasterise(await deliveryLabelsPdf([label], "100x150"));
  if (!page) throw new Error("no page");
  for (let y = 420; y < 500; y += 1) page.grey.fill(0, y * page.width + 100, y * page.width + 160);
  expect(await readQrCodes(page)).toEqual([label.url]);
});

test("every character of a name is drawn, rare ones too, and each differently", async () => {
  const characters = [..."三林镇洋泾航头曹路㐂䶮龘喆堃昇"];
  const pages = rasterise(
    await deliveryLabelsPdf(
      characters.map((township) => aLabel({ township })),
      "100x150",
    ),
  );
  const drawn = pages.map((page) => cut(page, 6, 16, 10, 9));
  for (const [n, dots] of drawn.entries()) {
    expect(dots.filter((grey) => grey < 128).length, characters[n]).toBeGreaterThan(200);
  }
  expect(new Set(drawn.map((dots) => Buffer.from(dots).toString("base64"))).size).toBe(characters.length);
});

test("a longer name leaves more ink, so that no glyph is dropped", async () => {
  const names = ["", "示", "示例", "示例花", "示例花园", "示例花园小", "示例花园小区"];
  const pages = rasterise(
    await deliveryLabelsPdf(
      names.map((site) => aLabel({ site })),
      "100x150",
    ),
  );
  const inks = pages.map((page) => ink(page, 6, 25.5, 80, 6));
  for (const [n, dots] of inks.entries()) if (n > 0) expect(dots - (inks[n - 1] ?? 0)).toBeGreaterThan(100);
});

test("a restriction is white on black", async () => {
  const pages = rasterise(
    await deliveryLabelsPdf([aLabel({ restriction: "只给 洋泾街道" }), aLabel()], "100x150"),
  );
  const shares = pages.map((page) => ink(page, 5, 39, 90, 6) / (90 * 6 * 64));
  expect(shares[0]).toBeGreaterThan(0.75);
  expect(shares[0]).toBeLessThan(0.97);
  expect(shares[1]).toBeLessThan(0.6);
});

test("nothing runs into the margins", async () => {
  const [page] = rasterise(await deliveryLabelsPdf([aLongLabel()], "100x150"));
  if (!page) throw new Error("no page");
  expect(ink(page, 0, 0, 3.8, 150)).toBe(0);
  expect(ink(page, 96.2, 0, 3.8, 150)).toBe(0);
  expect(ink(page, 0, 147.5, 100, 2.5)).toBe(0);
});

test("a character without a glyph is refused by name; invisible ones are left out", async () => {
  const refused = deliveryLabelsPdf([aLabel({ site: "示例🙂小区" })], "a4");
  await expect(refused).rejects.toThrow(UnprintableText);
  await expect(refused).rejects.toMatchObject({ characters: ["🙂"] });
  const again = deliveryLabelsPdf([aLabel({ site: "示例🙂小区" })], "a4");
  await expect(again).rejects.toMatchObject({ characters: ["🙂"] });
  await expect(
    deliveryLabelsPdf([aLabel({ site: "示例\u200b小区\ufe0f\u0007" })], "a4"),
  ).resolves.toBeDefined();
});

test("no label is no PDF", async () => {
  await expect(deliveryLabelsPdf([], "a4")).rejects.toThrow(RangeError);
});

test("a thousand labels let the event loop turn", async () => {
  const labels = Array.from({ length: 1_000 }, (_, n) => aLabel({ boxNumber: n + 1, boxCount: 1_000 }));
  let turns = 0;
  const counter = setInterval(() => (turns += 1), 1);
  const pdf = await deliveryLabelsPdf(labels, "100x150");
  clearInterval(counter);
  expect(turns).toBeGreaterThan(20);
  expect(pdf.length).toBeLessThan(5e6);
}, 60_000);
