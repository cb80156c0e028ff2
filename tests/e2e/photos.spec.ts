import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { inspect } from "./inspect.ts";
import { signedIn } from "./people.ts";

/** What has to be covered is white, in the middle of blue; larger than what is kept. */
async function picture(name: string) {
  const square = { width: 600, height: 600, channels: 3 as const, background: "#ffffff" };
  const buffer = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: "#2040c0" } })
    .composite([{ input: { create: square }, left: 900, top: 600 }])
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

test("photos are chosen, kept, covered by drawing and by key, looked at again, and only then public", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, "fund_officer");
  await page.goto("/desk/items");
  const item = page
    .locator("main a[href^='/desk/items/0']")
    .nth(test.info().project.name === "phone" ? 1 : 2);
  await page.goto((await item.getAttribute("href")) ?? "");
  const panel = page.locator("#photos");
  const bad = { name: "bad.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no photo") };
  await panel
    .locator("input[type=file]")
    .setInputFiles([await picture("1.jpg"), await picture("2.jpg"), bad]);
  await panel.getByRole("button", { name: "存 3 张照片" }).click();
  await expect(panel.locator("a img")).toHaveCount(2);
  await expect(panel.getByRole("alert")).toContainText("打不开");
  await panel.getByRole("button", { name: "拿掉第 1 张" }).click();
  await inspect(page, "an item with photos");

  await panel.locator("a:has(img)").first().click();
  await expect(page.locator("h1")).toContainText("的照片");
  await draw(page, [0.3, 0.25], [0.5, 0.7]);
  await page.getByRole("button", { name: "加一块" }).click();
  const second = page.locator("button.photo-part").nth(1);
  await second.focus();
  for (let n = 0; n < 10; n += 1) await second.press("ArrowRight");
  for (let n = 0; n < 15; n += 1) await second.press("Shift+ArrowDown");
  await expect(page.getByLabel("左边").nth(1)).toHaveValue("500");
  await inspect(page, "covering a photo");

  await page.getByRole("button", { name: "看遮好的样子" }).click();
  await expect(page.getByRole("heading", { name: "再看一眼：公开以后就是这个样子" })).toBeVisible();
  await expect.poll(() => page.getByAltText("遮好以后的照片").evaluate(isShown)).toBe(true);
  await inspect(page, "looking once more");
  await page.getByRole("button", { name: "公开这张照片" }).click();
  await expect(page.getByRole("status")).toContainText("公开了");

  const address = (await page.getByRole("link", { name: "看公开的那一张" }).getAttribute("href")) ?? "";
  const stranger = await (await browser.newContext()).newPage();
  const shown = await stranger.request.get(address);
  expect(shown.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "x-content-type-options": "nosniff",
  });
  const middle = { left: 650, top: 500, width: 200, height: 200 };
  const part = await sharp(await shown.body())
    .extract(middle)
    .png()
    .toBuffer();
  expect((await sharp(part).stats()).channels.every(({ max }) => max < 100)).toBe(true);
  await stranger.goto(new URL(page.url()).pathname.replace("/desk", ""));
  await expect(stranger).toHaveURL(/\/sign-in/);

  await page.goto("/desk/photos?view=public");
  await inspect(page, "the public photos");
});

const isShown = (image: Element): boolean => image instanceof HTMLImageElement && image.naturalWidth > 0;

/** Presses at one point of the photo and lets go at another; both as shares of its width and height. */
async function draw(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const canvas = page.locator(".photo-canvas.draws");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("no photo to draw on");
  const at = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
  await expect(page.locator("button.photo-part")).toHaveCount(1);
}
