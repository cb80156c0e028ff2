import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { breakableLink } from "../support/breakable-link.ts";
import {
  type Books,
  type Door,
  isReady,
  openBooks,
  ownServer,
  photoOf,
  sayWrong,
  signAs,
} from "./door-story.ts";
import { inspect } from "./inspect.ts";

const FIRST_LOAD_BYTES = 30_000;
const ENTRIES = 50;

let books: Books;

test.beforeAll(async () => {
  books = await openBooks();
});

test.afterAll(() => books.close());

const becameOf = async (door: Door) => (await books.becameOf([door]))[0]!;

test("all here: within the weight of the first load, one press after PIN and name", async ({ page }) => {
  const door = await books.onTheRoad(["3"]);
  const weigh = await weighing(page);
  await page.goto(`/q/${door.code}`);
  await isReady(page);
  const weight = await weigh();
  expect(weight.files).toBe(3);
  expect(weight.bytes).toBeGreaterThan(5_000);
  expect(weight.bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
  await inspect(page, "a delivery at the door");
  await signAs(page, "张阿姨", door.pin === "0000" ? "1111" : "0000");
  await page.getByRole("button", { name: "全部收到" }).click();
  await expect(page.getByRole("alert")).toContainText("还能再试 4 次");
  await inspect(page, "a wrong PIN");
  await signAs(page, "张阿姨", door.pin);
  await page.getByRole("button", { name: "全部收到" }).click();
  await expect(page.getByRole("status").first()).toContainText("签收好了");
  await inspect(page, "signed");
  expect(await becameOf(door)).toMatchObject({
    status: "confirmed",
    signedBy: "张阿姨",
    lines: [{ good: 60, short: 0, damaged: 0, extra: 0 }],
    receipts: 1,
    cases: [],
  });
});

/** Bytes over the wire, headers included, of the page and the stylesheets and scripts that it names. */
async function weighing(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const urls = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    bytes.set(urls.get(requestId) ?? "", encodedDataLength),
  );
  return async () => {
    const named = await page.evaluate(() => [
      location.href,
      ...[...document.querySelectorAll<HTMLScriptElement>("script[src]")].map(({ src }) => src),
      ...[...document.querySelectorAll<HTMLLinkElement>("link[href*='/assets/']")].map(({ href }) => href),
    ]);
    const sizes = named.flatMap((url) => bytes.get(url) ?? []);
    return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  };
}

test("each kind of difference, with photos and a signature on the glass", async ({ page }) => {
  const door = await books.onTheRoad(["3", "3", "3", "3", "3"]);
  await page.goto(`/q/${door.code}`);
  await isReady(page);
  await page.getByRole("button", { name: "数不对" }).click();
  await sayWrong(page, 0, "short", "2");
  await sayWrong(page, 1, "damaged", "3");
  await sayWrong(page, 2, "extra", "4");
  await sayWrong(page, 3, "wrong", "5");
  await page.locator("[data-line='lines.0'] input[name$='.damaged']").fill("1");
  await expect(page.locator("[data-line='lines.0'] [data-sum]")).toHaveText(
    "应收 60 只 − 短少 2 只 − 破损 1 只 = 实收 57 只",
  );
  await expect(page.locator("[data-agreed]")).toContainText("2. 医用外科口罩：完好 57 只，破损 3 只。");
  await page
    .locator("[data-line='lines.1'] [data-photo] input")
    .setInputFiles([await photoOf(1), await photoOf(2)]);
  await expect(page.locator("[data-line='lines.1'] [data-photo-row] img")).toHaveCount(2);
  await page.locator("[data-signature] summary").click();
  const glass = (await page.locator("canvas").boundingBox())!;
  await page.mouse.move(glass.x + 40, glass.y + 20);
  await page.mouse.down();
  await page.mouse.move(glass.x + 160, glass.y + 60, { steps: 5 });
  await page.mouse.up();
  await signAs(page, "王书记", door.pin);
  await inspect(page, "what is not right");
  await page.getByRole("button", { name: "交上去" }).click();
  // A photo of the wrong goods is asked for once, and does not stand in the way.
  await expect(page.getByRole("alert")).toContainText("请拍一张");
  await page.getByRole("button", { name: "交上去" }).click();
  await expect(page.getByRole("status").first()).toContainText("签收好了");
  await expect.poll(async () => (await becameOf(door)).photos).toBe(2);
  const { lines, cases } = await becameOf(door);
  expect(lines).toEqual([
    { good: 57, short: 2, damaged: 1, extra: 0, reason: "short_packed" },
    { good: 57, short: 0, damaged: 3, extra: 0, reason: "damaged_goods" },
    { good: 60, short: 0, damaged: 0, extra: 4, reason: "more_came" },
    { good: 55, short: 5, damaged: 0, extra: 0, reason: "wrong_item" },
    { good: 60, short: 0, damaged: 0, extra: 0, reason: null },
  ]);
  expect(cases.map(({ kind }) => kind).sort()).toEqual(["damaged", "damaged", "extra", "short", "short"]);
});

test("a part first, then the rest, without JavaScript, and a photo after it", async ({ browser }) => {
  const door = await books.onTheRoad(["3", "1"]);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`/q/${door.code}`);
  await signAs(page, "李楼长", door.pin);
  await page.getByRole("button", { name: "还有一部分没到" }).click();
  await expect(page.getByLabel("还有一部分没到，以后再送来")).toBeChecked();
  await sayWrong(page, 0, "short", "x");
  await page.locator("input[name=pin]").fill(door.pin);
  await page.getByRole("button", { name: "交上去" }).click();
  await expect(page.getByRole("alert")).toContainText("医用外科口罩");
  await sayWrong(page, 0, "short", "40");
  await page.getByRole("button", { name: "交上去" }).click();
  await expect(page.locator("h2").first()).toHaveText("还该收到");
  await expect(page.locator("main")).toContainText("40 只");
  expect(await becameOf(door)).toMatchObject({ status: "dispatched", receipts: 1, cases: [] });

  await signAs(page, "李楼长", door.pin);
  await page.getByRole("button", { name: "全部收到" }).click();
  await expect(page.getByRole("status")).toContainText("签收好了");
  await page.locator("input[type=file]").setInputFiles(await photoOf(3));
  await page.getByRole("button", { name: "交这张照片" }).click();
  await expect.poll(async () => (await becameOf(door)).photos).toBe(1);
  expect(await becameOf(door)).toMatchObject({
    status: "confirmed",
    receipts: 2,
    lines: [
      { good: 60, short: 0 },
      { good: 20, short: 0 },
    ],
  });
});

test("two phones without a signal at one delivery: one confirmation, and one case with both counts", async ({
  browser,
}) => {
  const door = await books.onTheRoad(["3"]);
  const [first, second] = [await phoneAt(browser, door), await phoneAt(browser, door)];
  for (const { context } of [first, second]) await context.setOffline(true);
  await expect(first.page.locator("[data-stale]")).toBeVisible();
  await signAs(first.page, "张阿姨", door.pin);
  await first.page.getByRole("button", { name: "全部收到" }).click();
  await second.page.getByRole("button", { name: "数不对" }).click();
  await sayWrong(second.page, 0, "short", "3");
  await signAs(second.page, "王志愿者", door.pin);
  await second.page.getByRole("button", { name: "交上去" }).click();
  for (const { page } of [first, second]) {
    await expect(page.getByRole("status").last()).toContainText("已保存在本机，待上传");
    await expect(page.locator("[data-kept-count]")).toContainText("已保存在本机，待上传 1 条，最早 刚刚");
    await expect(page.locator("[data-qr] svg")).toBeVisible();
  }
  await inspect(second.page, "kept on the phone");
  expect(await becameOf(door)).toMatchObject({ status: "dispatched", receipts: 0 });

  await first.context.setOffline(false);
  await expect(first.page.getByRole("status").first()).toContainText("签收好了");
  await second.context.setOffline(false);
  await expect(second.page.getByRole("status").first()).toContainText("您的数记下了");
  const { cases, ...delivery } = await becameOf(door);
  expect(delivery).toMatchObject({
    status: "confirmed",
    signedBy: "张阿姨",
    receipts: 1,
    entries: 1,
    lines: [{ good: 60, short: 0 }],
  });
  expect(cases).toMatchObject([
    {
      kind: "second_report",
      report: {
        first: { by: "张阿姨", lines: [{ good: "60", short: "0" }] },
        second: { by: "王志愿者", lines: [{ good: "57", short: "3" }] },
      },
    },
  ]);
});

test("a phone that is full says so, loses nothing that was typed, and keeps it once there is room", async ({
  page,
  context,
}) => {
  const door = await books.onTheRoad(["3"]);
  await page.goto(`/q/${door.code}`);
  await isReady(page);
  await context.setOffline(true);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await signAs(page, "张阿姨", door.pin);
  await page.getByRole("button", { name: "全部收到" }).click();
  await expect(page.getByRole("alert")).toContainText("这部手机存满了，没存上");
  await expect(page.locator("input[name=pin]")).toHaveValue(door.pin);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await page.getByRole("button", { name: "全部收到" }).click();
  await expect(page.getByRole("status").last()).toContainText("已保存在本机，待上传");
});

async function phoneAt(browser: Browser, { code }: Door) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`/q/${code}`);
  await isReady(page);
  await isKept(page, 1);
  return { context, page };
}

test("fifty entries with photos from a cold start without a signal, through a line that comes and goes and a server that dies: each arrives once", async () => {
  test.setTimeout(240_000);
  const doors: Door[] = [];
  for (let n = 0; n < ENTRIES; n += 1) doors.push(await books.onTheRoad(["3"]));
  const server = await ownServer();
  const link = await breakableLink(server.url);
  const profile = mkdtempSync(join(tmpdir(), "jieli-phone-"));
  let phone: BrowserContext | undefined;
  try {
    await visitAll(profile, link.url, doors);
    link.cut();
    phone = await switchOn(profile);
    const page = phone.pages()[0]!;
    await phone.setOffline(true);
    for (const [n, door] of doors.entries()) await keepOne(page, link.url, door, n);
    await expect(page.locator("[data-kept-count]")).toContainText(`待上传 ${ENTRIES} 条`);
    await expect(page.locator("[data-kept-count]")).toContainText(`还有 ${ENTRIES} 张照片待上传`);
    expect(await arrived(doors)).toEqual({ receipts: 0, photos: 0 });

    const flapping = flap(phone, link);
    try {
      await loseAnswers(page);
      await expect.poll(async () => (await arrived(doors)).photos, { timeout: 60_000 }).toBeGreaterThan(5);
      await server.kill();
      await server.start();
      await expect
        .poll(() => arrived(doors), { timeout: 90_000 })
        .toEqual({ receipts: ENTRIES, photos: ENTRIES });
    } finally {
      await flapping.stop();
    }
    await expect(page.locator("[data-kept]")).toBeHidden({ timeout: 20_000 });
    for (const became of await books.becameOf(doors)) {
      expect(became).toMatchObject({
        status: "confirmed",
        receipts: 1,
        entries: 1,
        photos: 1,
        lines: [{ good: 59, damaged: 1 }],
        cases: [{ kind: "damaged" }],
      });
    }
  } finally {
    await phone?.close();
    link.close();
    await server.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
});

const switchOn = (profile: string): Promise<BrowserContext> => {
  const { launchOptions, viewport, isMobile, hasTouch, locale, timezoneId } = test.info().project.use;
  return chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport,
    isMobile,
    hasTouch,
    locale,
    timezoneId,
  });
};

/** Opens every delivery while there is a signal, as somebody does who knows what is coming, and switches the phone off. */
async function visitAll(profile: string, url: string, doors: readonly Door[]): Promise<void> {
  const phone = await switchOn(profile);
  try {
    const page = phone.pages()[0]!;
    for (const [n, { code }] of doors.entries()) {
      await page.goto(`${url}q/${code}`, { waitUntil: "domcontentloaded" });
      if (n === 0) await isKept(page, 1);
    }
    await isKept(page, doors.length);
  } finally {
    await phone.close();
  }
}

/** The service worker has so many deliveries, with all that their page is made of. */
const isKept = (page: Page, many: number) =>
  expect
    .poll(() => page.evaluate(async () => (await (await caches.open("jieli-pages")).keys()).length), {
      timeout: 20_000,
    })
    .toBe(many);

/** One piece was broken: says so with a photo, and the phone keeps it. All within the page, since there are fifty. */
async function keepOne(page: Page, url: string, { code, pin }: Door, n: number): Promise<void> {
  await page.goto(`${url}q/${code}`, { waitUntil: "domcontentloaded" });
  const picture = (await photoOf(n)).buffer.toString("base64");
  await page.evaluate(fillIn, { pin, picture });
}

async function fillIn({ pin, picture }: { pin: string; picture: string }): Promise<void> {
  const find = <Found extends Element>(selector: string) => document.querySelector<Found>(selector)!;
  const until = async (isSo: () => boolean) => {
    const deadline = Date.now() + 20_000;
    while (!isSo()) {
      if (Date.now() > deadline) throw new Error(`still waiting: ${isSo}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  };
  const write = (name: string, value: string) =>
    (find<HTMLInputElement>(`input[name="${name}"]`).value = value);
  await until(() => !find<HTMLElement>("[data-signature]").hidden);
  find<HTMLButtonElement>("button[value=count]").click();
  find<HTMLInputElement>("input[value=damaged]").click();
  write("lines.0.loose", "1");
  write("name", "张阿姨");
  write("pin", pin);
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const files = new DataTransfer();
  files.items.add(new File([bytes], "1.jpg", { type: "image/jpeg" }));
  const camera = find<HTMLInputElement>("[data-photo] input");
  camera.files = files.files;
  camera.dispatchEvent(new Event("change"));
  await until(() => find("[data-photo-row] img") !== null);
  find<HTMLButtonElement>("button[value=lines]").click();
  await until(() => find(".result-hold") !== null);
}

const arrived = async (doors: readonly Door[]) => {
  const all = await books.becameOf(doors);
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
  return { receipts: sum(({ receipts }) => receipts), photos: sum(({ photos }) => photos) };
};

/** The line is there for two seconds, and gone for two. */
function flap(phone: BrowserContext, link: Awaited<ReturnType<typeof breakableLink>>) {
  let isOver = false;
  const over = (async () => {
    for (let whole = true; !isOver; whole = !whole) {
      if (whole) link.mend();
      else link.cut();
      await phone.setOffline(!whole);
      for (let n = 0; n < 20 && !isOver; n += 1) await new Promise((done) => setTimeout(done, 100));
    }
    link.mend();
    await phone.setOffline(false);
  })();
  return {
    stop: () => {
      isOver = true;
      return over;
    },
  };
}

/** The first confirmations and the first photo reach the server, and its answer is lost: the phone must ask again. */
async function loseAnswers(page: Page): Promise<void> {
  for (const path of ["**/q/sync", "**/q/*/photos"]) {
    await page.route(
      path,
      async (route) => {
        await route.fetch().catch(() => undefined);
        await route.abort("connectionreset").catch(() => undefined);
      },
      { times: 1 },
    );
  }
}
