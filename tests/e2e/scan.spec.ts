import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD, demoEmail } from "#app/commands/demo-words.ts";
import { formatCode } from "#app/domain/code.ts";
import { writeFakeCamera } from "../support/fake-camera.ts";
import { signedIn } from "./people.ts";
import { inspect } from "./inspect.ts";
import { onLabel, prepareDepot, receiveBox, runThroughDepot, scanList, type Scanner } from "./scan-story.ts";

/** What is done with the phone in hand; the desk's project leaves it out. */
const PHONE = { tag: "@phone" };

const nameOf = (way: string) => `${way}${test.info().project.name}${Date.now() % 1_000_000}`;

test("by handheld scanner: in, to the shelves, picked and loaded", async ({ browser }) => {
  test.setTimeout(240_000);
  const depot = await prepareDepot(browser, nameOf("枪"));
  const page = await signedIn(browser, "warehouse_keeper");
  await page.goto(`/desk/scan?warehouse=${depot.warehouse}`);
  await expect(page.locator(".scan-modes")).toBeVisible();
  await runThroughDepot(
    typing(page, (code) => page.keyboard.type(onLabel(code)).then(() => page.keyboard.press("Enter"))),
    depot,
  );
});

test("by typed codes: in, to the shelves, picked and loaded", PHONE, async ({ browser }) => {
  test.setTimeout(300_000);
  const depot = await prepareDepot(browser, nameOf("手"));
  const page = await signedIn(browser, "warehouse_keeper");
  await page.goto(`/desk/scan?warehouse=${depot.warehouse}`);
  const keys = page.getByRole("group", { name: "字母和数字" });
  const scanner = typing(page, async (code) => {
    if (!(await keys.isVisible())) await page.getByRole("button", { name: "手输编号" }).click();
    for (const key of code) await keys.getByRole("button", { name: key, exact: true }).click();
    await keys.getByRole("button", { name: "确定" }).click();
    await expect(page.locator(".scan-code-field")).toHaveValue("");
  });
  const byKeys: Scanner = {
    page: scanner.page,
    scan: (codes, settled) =>
      scanner.scan(codes, async () => {
        await keys.getByRole("button", { name: "不输了" }).click();
        await settled(page);
      }),
  };
  await runThroughDepot(byKeys, depot);
});

test(
  "without a connection: nothing is lost, nothing twice, and what somebody else did first is looked at",
  PHONE,
  async ({ browser }) => {
    test.setTimeout(120_000);
    const depot = await prepareDepot(browser, nameOf("离线"));
    const page = await signedIn(browser, "warehouse_keeper");
    await page.goto(`/desk/scan?warehouse=${depot.warehouse}`);
    const top = page.locator(".scan-top button");
    const scan = async (code: string) => {
      await page.keyboard.type(onLabel(code));
      await page.keyboard.press("Enter");
    };
    const [first = "", second = "", third = "", taken = ""] = depot.codes;
    await page.getByRole("button", { name: /示例公益基金会/ }).click();
    await page.context().setOffline(true);
    for (const code of [first, second, third, taken]) await scan(code);
    await expect(page.locator(".scan-count")).toContainText("4 / 20");
    await expect(page.locator(".scan-off")).toContainText("没有信号");
    await expect(top).toContainText("待上传 4 条");

    // What never left the phone never happened.
    await page.getByRole("button", { name: `撤销 ${formatCode(third)}` }).click();
    await expect(page.locator(".scan-count")).toContainText("3 / 20");
    await expect(top).toContainText("待上传 3 条");

    // Somebody else sticks the fourth label on another box meanwhile.
    await receiveBox(depot, taken);
    await page.context().setOffline(false);
    await expect(top).toContainText("1 条要看一眼", { timeout: 30_000 });
    const list = await scanList(depot.keeper, depot.warehouse);
    expect(list.boxes.map(({ code }) => code).sort()).toEqual([first, second, taken].sort());
    await top.click();
    await page.locator(".scan-refused summary").click();
    await expect(page.locator(".scan-refused")).toContainText(formatCode(taken));
    await page.getByRole("button", { name: "不要这一条" }).click();
    await expect(top).toContainText("都已上传");
    await page.getByRole("button", { name: "回去扫码" }).click();

    // What was sent is taken back by another act.
    await page.getByRole("button", { name: `撤销 ${formatCode(first)}` }).click();
    await expect
      .poll(async () => (await scanList(depot.keeper, depot.warehouse)).blank)
      .toEqual(expect.arrayContaining([first]));

    // The page opened again knows where it was.
    await page.reload();
    await expect(page.locator(".scan-count")).toContainText("2 / 20");
  },
);

test("every state of the screen has no axe violation and does not scroll sideways", async ({ browser }) => {
  test.setTimeout(120_000);
  const depot = await prepareDepot(browser, nameOf("读屏"));
  for (const locale of ["zh-CN", "en"]) {
    const page = await signedIn(browser, "warehouse_keeper", { locale });
    await page.goto("/desk/scan?choose");
    await inspect(page, `warehouses in ${locale}`);
    await page.goto(`/desk/scan?warehouse=${depot.warehouse}`);
    const modes = page.locator(".scan-modes button");
    for (let mode = 0; mode < 5; mode += 1) {
      await modes.nth(mode).click();
      await inspect(page, `mode ${mode} in ${locale}`);
    }
    await page.keyboard.type("https://example.com/nothing");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).not.toBeEmpty();
    await inspect(page, `wrong in ${locale}`);
    await modes.nth(0).click();
    await page.locator(".scan-choose li button").first().click();
    await inspect(page, `chosen in ${locale}`);
    await page.locator(".scan-dock .btn").last().click();
    await inspect(page, `finish in ${locale}`);
    await page.locator(".scan-dock .btn").first().click();
    await page.locator(".scan-dock .btn").first().click();
    await inspect(page, `typed in ${locale}`);
    await page.locator(".scan-top button").click();
    await inspect(page, `list in ${locale}`);
  }
});

/** A scanner whose codes go through the page itself. */
function typing(page: Page, enter: (code: string) => Promise<void>): Scanner {
  return {
    page: () => page,
    async scan(codes, settled) {
      for (const code of codes) await enter(code);
      await settled(page);
    },
  };
}

test("by camera: in, to the shelves, picked and loaded", PHONE, async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const depot = await prepareDepot(browser, nameOf("相机"));
  const folder = mkdtempSync(join(tmpdir(), "scan-"));
  const camera = await cameraScanner(folder, `${baseURL}`, `/desk/scan?warehouse=${depot.warehouse}`);
  try {
    await runThroughDepot(camera, depot);
  } finally {
    await camera.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * Chromium shows one file to its fake camera, so each run of codes is a browser of its own on the same profile: the
 * phone that was put down and taken up again.
 */
async function cameraScanner(folder: string, baseURL: string, path: string) {
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  const file = join(folder, "camera.y4m");
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  const open = async (codes: readonly string[]) => {
    await context?.close();
    writeFakeCamera(file, codes.map(onLabel));
    context = await chromium.launchPersistentContext(join(folder, "profile"), {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        ...args,
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-video-capture=${file}`,
      ],
      baseURL,
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      viewport: { width: 390, height: 844 },
      permissions: ["camera"],
    });
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(path);
    if (page.url().includes("/sign-in")) await signIn(page);
    await expect(page.locator(".scan-modes")).toBeVisible();
    return page;
  };
  await open([]);
  return {
    page: () => page!,
    async scan(codes: readonly string[], settled: (page: Page) => Promise<void>) {
      await settled(await open(codes));
    },
    close: async () => context?.close(),
  } satisfies Scanner & { close(): Promise<void> };
}

async function signIn(page: Page): Promise<void> {
  await page.locator("input[name=login]").fill(demoEmail("warehouse_keeper"));
  await page.locator("input[name=password]").fill(DEMO_PASSWORD);
  await page.locator("input[name=password]").press("Enter");
  await page.waitForURL(/\/desk\/scan/);
}
