import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, items, sites } from "#db";
import { getPaper, getPaperAtDoor } from "#app/domain/receipts/get-paper.server.ts";
import { receiptPdf } from "#app/domain/receipts/paper-pdf.server.ts";
import type { ReceiptPaper } from "#app/domain/receipts/paper.ts";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { cut, rasterise, readQrCodes } from "#tests/support/raster.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { packedWorld, roadWorld } from "#tests/support/road.ts";
import { part, rowOf, sign, writeDownPhone } from "#tests/support/signing.ts";
import { makeWorld } from "#tests/support/world.ts";

const PUBLIC_URL = "https://jieli.example";
const STROKES = "M10 100 L300 20 L590 180 M50 50 L550 50";

/** The text of a PDF as a reader copies it, without its line breaks. */
function textOf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "receipt-"));
  try {
    writeFileSync(join(folder, "receipt.pdf"), pdf);
    const text = execFileSync("pdftotext", ["-raw", join(folder, "receipt.pdf"), "-"], { encoding: "utf8" });
    return text.replace(/\s+/g, "");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Signed for in a part and to the end, with strokes. */
async function signedTwice() {
  const { world, delivery } = await roadWorld();
  await writeDownPhone(world);
  await sign(delivery, { ...part("25", "2"), post: "居委会书记" });
  await sign(delivery, {
    signature: STROKES,
    lines: [{ n: 1, good: "30", reason: "lost_on_the_way", remark: "司机说在半路" }],
  });
  return { world, delivery };
}

test("the desk's receipt has the sums, each signing's own words, full names and the strokes", async () => {
  const { world, delivery } = await signedTwice();
  const paper = await getPaper(world.actors.auditor, delivery.id, PUBLIC_URL);
  expect(paper).toMatchObject({
    state: "confirmed",
    lines: [{ quantity: 60n, short: 3n, damaged: 2n, toCome: 0n, good: 55n }],
    signings: [
      { n: 1, part: true, by: "居委会书记 刘秀英", signature: null, signed: false },
      { n: 2, part: false, by: "刘秀英", signature: STROKES, signed: true },
    ],
  });
  const pdf = await receiptPdf(paper);
  const text = textOf(pdf);
  const { number } = await rowOf(delivery.id);
  for (const said of [
    "物资签收单",
    number,
    "应收Sent60只",
    "−短少Missing3只",
    "−破损Damaged2只",
    "=实收Received55只",
  ]) {
    expect(text).toContain(said);
  }
  for (const { agreed } of paper.signings) expect(text).toContain(agreed.replace(/\s+/g, ""));
  expect(text).not.toContain("5888");
  const pages = rasterise(pdf, 203.2);
  expect(pages).toHaveLength(1);
  expect(await readQrCodes(pages[0]!)).toEqual([`${PUBLIC_URL}/Q/${delivery.code}`.toUpperCase()]);
  const plain = {
    ...paper,
    signings: paper.signings.map((one) => ({ ...one, signature: one.signature && "M0 0 L0 0" })),
  };
  const without = rasterise(await receiptPdf(plain))[0]!;
  const dark = (page: (typeof pages)[number]) =>
    cut(page, 130, 100, 70, 170).filter((grey) => grey < 128).length;
  expect(dark(pages[0]!)).toBeGreaterThan(dark(without) + 500);
});

test("who holds the label gets a masked name, no handwriting and no telephone number of a person", async () => {
  const { delivery } = await signedTwice();
  const paper = await getPaperAtDoor(delivery.code, PUBLIC_URL);
  expect(paper.signings).toMatchObject([
    { by: "居委会书记", signature: null, signed: false },
    { by: "刘＊＊", signature: null, signed: true },
  ]);
  const text = textOf(await receiptPdf(paper));
  expect(text).toContain("有手写签名");
  expect(text).not.toContain("秀英");
  expect(text).not.toContain("4321");
});

test("a delivery with something to come says so, and one called off what was not sent", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery, part("25"));
  const open = await getPaperAtDoor(delivery.code, PUBLIC_URL);
  expect(open).toMatchObject({ state: "open", lines: [{ good: 25n, toCome: 35n }] });
  expect(textOf(await receiptPdf(open))).toContain("−还没到Stilltocome35只=实收Received25只");
  await cancelDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id, reason: "封路" });
  const off = await getPaperAtDoor(delivery.code, PUBLIC_URL);
  expect(textOf(await receiptPdf(off))).toContain("−取消未送Calledoff35只=实收Received25只");
});

test("rare characters of names are drawn; one that no font has is named before anything is drawn", async () => {
  const { world, delivery } = await roadWorld();
  await db.update(sites).set({ name: "㐂䶮居委会" }).where(eq(sites.id, world.site.id));
  await sign(delivery, { name: "䶮㐂" });
  const pdf = await receiptPdf(await getPaper(world.actors.auditor, delivery.id, PUBLIC_URL));
  expect(textOf(pdf)).toContain("我代表㐂䶮居委会签收");
  await db.update(items).set({ name: "𠮷野家便当" }).where(eq(items.id, world.mask.id));
  const unprintable = await getPaper(world.actors.auditor, delivery.id, PUBLIC_URL);
  await expect(receiptPdf(unprintable)).rejects.toMatchObject({ characters: ["𠮷"] });
});

test("a hundred lines and long names take several pages, and nothing is cut", async () => {
  const { world, delivery } = await signedTwice();
  const paper = await getPaper(world.actors.auditor, delivery.id, PUBLIC_URL);
  const long = "上海市浦东新区金杨新村街道罗山七村第二居民委员会".repeat(3);
  const many: ReceiptPaper = {
    ...paper,
    site: long,
    lines: Array.from({ length: 100 }, (_, i) => ({ ...paper.lines[0]!, item: `${long}第${i + 1}种` })),
    signings: paper.signings.map((one) => ({ ...one, agreed: `${long}\n`.repeat(40) + "到此为止。" })),
  };
  const pdf = await receiptPdf(many);
  const pages = rasterise(pdf, 50);
  expect(pages.length).toBeGreaterThan(8);
  const text = textOf(pdf);
  expect(text).toContain(`${long}第100种`);
  expect(text.match(/到此为止。/g)).toHaveLength(2);
  expect(text).not.toContain("…");
});

test("another organization's delivery, one still packed and one nobody knows have no receipt", async () => {
  const { delivery } = await signedTwice();
  const packed = await packedWorld();
  const { auditor } = (await makeWorld()).actors;
  expect(await refusalCode(getPaper(auditor, delivery.id, PUBLIC_URL))).toBe("not_found");
  expect(await refusalCode(getPaperAtDoor("000000000", PUBLIC_URL))).toBe("not_found");
  expect(await refusalCode(getPaperAtDoor(packed.delivery.code, PUBLIC_URL))).toBe("not_found");
});
