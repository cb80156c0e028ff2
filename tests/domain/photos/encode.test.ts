import sharp from "sharp";
import { expect, test } from "vitest";
import { encodePhoto, paintPicture } from "#app/domain/photos/encode.server.ts";
import { PHOTO_LIMITS } from "#app/domain/photos/limits.ts";
import { pixelBoxes } from "#app/domain/photos/pixel-boxes.ts";
import { takingTurns } from "#app/domain/photos/turns.server.ts";
import { colourAt, coloursAt, jpeg } from "#tests/support/photos.ts";
import { refusalCode } from "#tests/support/refusal.ts";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

test("of a telephone's photo only pixels are left: no place, no device, no profile", async () => {
  const sent = await jpeg();
  expect(text(sent)).toContain("Geheimkamera");
  expect(text(sent)).toContain("Weifang-Yicun");
  const { bytes } = await encodePhoto(sent);
  expect(text(bytes)).not.toMatch(/Geheimkamera|Weifang|Exif|ICC_PROFILE|xmp/i);
  const { exif, icc, xmp, iptc, orientation, format, space } = await sharp(bytes).metadata();
  expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
  expect([format, space]).toEqual(["jpeg", "srgb"]);
});

test("it is turned upright before its orientation is forgotten, and made no longer than 1600 pixels", async () => {
  const lying = await sharp(await jpeg({ width: 3000, height: 2000 }))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const upright = await encodePhoto(lying);
  expect([upright.width, upright.height]).toEqual([1067, 1600]);
  const [red = 0, green = 0] = await colourAt(upright.bytes, 500, 100);
  expect(red).toBeGreaterThan(green);
  const small = await encodePhoto(await jpeg({ width: 120, height: 90 }));
  expect([small.width, small.height]).toEqual([120, 90]);
});

const plain = { create: { width: 60, height: 40, channels: 4 as const, background: "#1122cc00" } };

test.each(["png", "webp"] as const)("a %s is read, and what is clear in it is white", async (format) => {
  const { bytes } = await encodePhoto(await sharp(plain).toFormat(format).toBuffer());
  expect(await colourAt(bytes, 5, 5)).toEqual([255, 255, 255]);
});

test("what is no photo is refused, whatever it claims to be", async () => {
  const photo = Buffer.from(await jpeg());
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  const files: Record<string, Uint8Array> = {
    nothing: Buffer.alloc(0),
    "a text with the first bytes of a JPEG": Buffer.concat([
      photo.subarray(0, 4),
      Buffer.from("text".repeat(99)),
    ]),
    "half of a JPEG": photo.subarray(0, photo.length / 2),
    "a drawing": Buffer.from(svg),
    "a PDF that is a JPEG further down": Buffer.concat([Buffer.from("%PDF-1.4\n"), photo]),
    "a page that is a JPEG further down": Buffer.concat([
      Buffer.from("<html><script>alert(1)</script>"),
      photo,
    ]),
    "a GIF that is a script": Buffer.from("GIF89a/*\x01\x00\x01\x00*/=alert(1);"),
    "a GIF": await sharp(plain).gif().toBuffer(),
    "a TIFF": await sharp(plain).tiff().toBuffer(),
  };
  for (const [what, bytes] of Object.entries(files)) {
    expect([what, await refusalCode(encodePhoto(bytes))]).toEqual([what, "photo_unreadable"]);
  }
});

test("of a photo with a script behind it only the photo is left", async () => {
  const script = Buffer.from("<script>alert('polyglot')</script>PK\x03\x04");
  const { bytes } = await encodePhoto(Buffer.concat([await jpeg(), script]));
  expect(text(bytes)).not.toMatch(/polyglot|<script|PK/);
});

test("a small file that holds a huge picture, and a huge file, are too large", async () => {
  const bomb = await sharp({
    create: { width: 20_000, height: 20_000, channels: 3, background: "#fff" },
    limitInputPixels: false,
  })
    .png()
    .toBuffer();
  expect(bomb.length).toBeLessThan(PHOTO_LIMITS.bytes);
  await expect(encodePhoto(bomb)).rejects.toMatchObject({ code: "photo_too_large", status: 413 });
  const padded = Buffer.concat([await jpeg(), Buffer.alloc(50 * 1024 * 1024)]);
  expect(await refusalCode(encodePhoto(padded))).toBe("photo_too_large");
});

test("what is painted over is gone from the pixels, and what is beside it stays", async () => {
  const { bytes, width, height } = await encodePhoto(await jpeg());
  const boxes = pixelBoxes([{ x: 100, y: 200, width: 300, height: 400 }], { width, height });
  expect(boxes).toEqual([{ left: 40, top: 60, width: 120, height: 120 }]);
  const painted = await paintPicture(bytes, boxes);
  const inside = await coloursAt(painted.bytes, 48, 68, 104, 104);
  for (const [index, { min, max }] of inside.entries()) {
    const cover = [0x37, 0x43, 0x4f][index] ?? 0;
    expect([Math.abs(min - cover) < 4, Math.abs(max - cover) < 4]).toEqual([true, true]);
  }
  const [red = 0, green = 0] = await colourAt(painted.bytes, 10, 10);
  expect(red).toBeGreaterThan(green + 80);
});

test("rectangles are rounded outwards and end with the picture", () => {
  const picture = { width: 333, height: 501 };
  expect(pixelBoxes([{ x: 999, y: 0, width: 1, height: 1000 }], picture)).toEqual([
    { left: 332, top: 0, width: 1, height: 501 },
  ]);
  expect(pixelBoxes([{ x: 1, y: 1, width: 1, height: 1 }], picture)).toEqual([
    { left: 0, top: 0, width: 1, height: 2 },
  ]);
});

test("two are worked on at once, others wait, and beyond that they are asked to come back", async () => {
  const inTurn = takingTurns({ atOnce: 2, waiting: 3 });
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  let running = 0;
  let most = 0;
  const work = () =>
    inTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
    });
  const all = Array.from({ length: 5 }, work);
  expect(await refusalCode(work())).toBe("rate_limited");
  open();
  await Promise.all(all);
  await work();
  expect([most, running]).toEqual([2, 0]);
});
