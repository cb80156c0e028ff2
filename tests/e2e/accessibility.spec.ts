import { expect, type Page, test } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { signedIn } from "./people.ts";

const publicPages = [
  "/",
  "/reports",
  "/reports/receipts",
  "/reports/distributions",
  "/reports/balance",
  "/find?q=FF-2022-000001",
  "/find?q=nothing",
  "/sign-in",
  "/q",
  "/Q/000000000",
  "/nothing-here",
];
const deskPages = [
  "/desk",
  "/desk/pledges",
  "/desk/pledges/new",
  "/desk/gifts/money",
  "/desk/gifts/goods",
  "/desk/gifts/goods/new",
  "/desk/payments",
  "/desk/payments/new",
  "/desk/donors",
  "/desk/items",
  "/desk/imports",
  "/desk/stock",
  "/desk/stock/put-away",
  "/desk/warehouses",
  "/desk/deliveries",
  "/desk/deliveries/new",
  "/desk/sites",
  "/desk/sites/new",
  "/desk/people",
  "/desk/organizations",
  "/desk/tokens",
  "/desk/account",
];

for (const locale of ["zh-CN", "en"]) {
  test(`public pages have no axe violation and do not scroll sideways, ${locale}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await (await browser.newContext({ locale })).newPage();
    for (const path of publicPages) await visit(page, path, locale);
  });

  test(`desk pages have no axe violation and do not scroll sideways, ${locale}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const page = await signedIn(browser, "administrator", { locale });
    for (const path of deskPages) await visit(page, path, locale);
    for (const list of [
      "/desk/pledges",
      "/desk/gifts/money",
      "/desk/gifts/goods",
      "/desk/payments",
      "/desk/deliveries",
    ]) {
      await page.goto(list);
      const link = page
        .locator("main a[href*='/desk/']")
        .filter({ hasText: /^(RJ|SZ|ZC|FF)-/ })
        .first();
      await visit(page, (await link.getAttribute("href")) ?? "", locale);
    }
  });
}

async function visit(page: Page, path: string, locale: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await inspect(page, `${path} in ${locale}`);
}
