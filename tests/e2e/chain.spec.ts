import { execFileSync } from "node:child_process";
import { type Browser, expect, type Page, test } from "@playwright/test";
import * as XLSX from "xlsx";
import { rasterise, readQrCodes } from "../support/raster.ts";
import { signedIn } from "./people.ts";

/** Names nobody else uses, so that the test can run on both screens against one database. */
const tag = () => `${test.info().project.name}${Date.now() % 100_000}`;

test("the chain by hand: promised, arrived, stored, labelled, sent, scanned, signed for, public", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const run = tag();
  const [masks, rice] = [`测试口罩${run}`, `测试大米${run}`];
  const site = `测试居委会${run}`;

  const officer = await signedIn(browser, "fund_officer");
  await recordPledge(officer, `测试基金会${run}`);
  await receiveItsMoney(officer);
  await receiveGoods(officer, `测试食品公司${run}`, masks, rice);

  const keeper = await signedIn(browser, "warehouse_keeper");
  await putEverythingAway(keeper);
  await addSite(keeper, site);
  await createDelivery(keeper, site, { [masks]: "3000", [rice]: "40" });
  const link = await scanLabel(keeper);
  expect(link).toMatch(/^HTTPS?:\/\/[^/]+\/Q\/[0-9A-Z]{9}$/);

  const dispatcher = await signedIn(browser, "dispatcher");
  await dispatcher.goto(new URL(keeper.url()).pathname);
  await dispatcher
    .getByRole("button", { name: "装车出发" })
    .or(dispatcher.locator("button:has(.lucide-truck)"))
    .first()
    .click();
  await expect(dispatcher.locator("main")).toContainText("在路上");
  const pin = (await dispatcher.locator("p.code.text-huge").textContent())?.trim() ?? "";
  expect(pin).toMatch(/^\d{4}$/);
  const number = /FF-\d{4}-\d{6}/.exec((await dispatcher.locator("h1").textContent()) ?? "")?.[0] ?? "";

  await confirmTwoLinesShort(browser, new URL(link).pathname, pin, { [masks]: "4", [rice]: "2" });

  const stranger = await (await browser.newContext()).newPage();
  await expect
    .poll(
      async () => {
        await stranger.goto("/");
        return stranger.locator("main").textContent();
      },
      { timeout: 20_000 },
    )
    .toContain(site);
  const file = await stranger.request.get("/reports/distributions.xlsx");
  expect(file.ok()).toBe(true);
  const rows = rowsOf(await file.body()).filter((row) => row.includes(number));
  expect(rows).toHaveLength(2);
  expect(rows.flat().join(" ")).toMatch(/4/);
  expect(JSON.stringify(rows)).not.toContain("王测试");

  expect(verifies()).toBe(true);
});

async function recordPledge(page: Page, donor: string): Promise<void> {
  await page.goto("/desk/pledges");
  await page.locator("input[name=donor]").fill(donor);
  await page.locator("input[name=amount]").fill("12.5");
  await page.locator("select[name='amount:unit']").selectOption({ label: "万元" });
  await page.locator("#pledge button[type=submit], #pledge button:not([type=button])").last().click();
  await expect(page.locator("main")).toContainText(donor);
  await page.getByRole("link", { name: /RJ-/ }).first().click();
  await expect(page.locator("main")).toContainText("125,000.00");
}

async function receiveItsMoney(page: Page): Promise<void> {
  await page.getByRole("link", { name: "到账了" }).first().click();
  await page.waitForURL(/gifts\/money/);
  await page.locator("#gift").getByRole("button", { name: /存/ }).click();
  await expect(page.locator("main")).toContainText("125,000.00");
  await page.goto("/desk/pledges");
  await expect(page.locator("main")).toContainText("已到");
}

async function receiveGoods(page: Page, donor: string, masks: string, rice: string): Promise<void> {
  await page.goto("/desk/gifts/goods/new");
  await page.locator("input[name=donor]").fill(donor);
  const line = async (n: number, fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields)) {
      await page.locator(`input[name='lines.${n}.${name}']`).fill(value);
    }
  };
  await line(0, { item: masks, quantity: "2", packName: "箱", packSize: "2000", unit: "只" });
  await page.locator("details.full summary").first().click();
  await line(0, { lotNumber: "B2022", value: "2400.00" });
  await line(1, { item: rice, quantity: "50", unit: "袋" });
  await page.locator("#goods").getByRole("button", { name: /存，/ }).click();
  await expect(page.locator("main")).toContainText(masks);
}

async function putEverythingAway(page: Page): Promise<void> {
  await page.goto("/desk/stock/put-away");
  const bins = page.locator("#put-away select[name$='.binId']");
  for (const bin of await bins.all()) await bin.selectOption({ index: 1 });
  await page.getByRole("button", { name: "上架这几批" }).click();
  await expect(page.locator("main")).not.toContainText("上架这几批");
}

async function addSite(page: Page, name: string): Promise<void> {
  await page.goto("/desk/sites/new?township=310115016");
  await page.locator("input[name=name]").fill(name);
  const kind = page.locator("select[name=kind]");
  if (await kind.count()) await kind.selectOption("committee");
  else await page.locator("input[name=kind][value=committee]").check({ force: true });
  await page.locator("main form button").last().click();
  await expect(page.locator("main")).toContainText(name);
}

async function createDelivery(page: Page, site: string, quantities: Record<string, string>): Promise<void> {
  await page.goto(`/desk/deliveries/new?q=${encodeURIComponent(site)}`);
  await page
    .getByRole("link", { name: /送到这里/ })
    .first()
    .click();
  for (const [item, quantity] of Object.entries(quantities)) {
    const line = page.locator("#order-lines li").filter({ hasText: item });
    await line.locator("input").fill(quantity);
    const pack = line.locator("select");
    if (await pack.count()) await pack.selectOption({ value: "" });
  }
  await page.locator("#order button:not([type=button])").last().click();
  await page.waitForURL(/\/desk\/deliveries\/[0-9a-f-]{36}/);
}

/** Decodes the QR code from the PDF as a label printer would print it. */
async function scanLabel(page: Page): Promise<string> {
  const id = /deliveries\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  const answer = await page.request.get(`/desk/deliveries/${id}/labels.pdf?format=100x150`);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const [label] = rasterise(await answer.body());
  const [text] = await readQrCodes(label!);
  return text ?? "";
}

async function confirmTwoLinesShort(
  browser: Browser,
  path: string,
  pin: string,
  missing: Record<string, string>,
): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(path.toLowerCase());
  await page.locator("input[name=pin]").fill(pin);
  await page.locator("input[name=name]").fill("王测试");
  await page.locator("input[name=post]").fill("居委会书记");
  await page.getByRole("button", { name: /数不对/ }).click();
  for (const [item, pieces] of Object.entries(missing)) {
    const line = page.locator("details.line").filter({ hasText: item });
    if ((await line.getAttribute("open")) === null) await line.locator("summary").click();
    await line.locator("input[value=short]").check({ force: true });
    await line.locator("input[name$='.loose']").fill(pieces);
  }
  await page.getByRole("button", { name: "交上去" }).click();
  await expect(page.getByRole("status").first()).toContainText("签收好了");
  await expect(page.locator("main, body").first()).toContainText("2,996");
}

function rowsOf(file: Buffer): unknown[][] {
  const workbook = XLSX.read(file);
  return workbook.SheetNames.flatMap((name) =>
    XLSX.utils.sheet_to_json<unknown[]>(workbook.Sheets[name]!, { header: 1 }),
  );
}

/** `npm run verify` on the server's own database, which keeps running. */
function verifies(): boolean {
  const out = execFileSync(process.execPath, ["--import", "tsx", "app/commands/verify.ts", "--json"], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR ?? ".data/e2e" },
  });
  return JSON.parse(out).discrepancies.length === 0;
}
