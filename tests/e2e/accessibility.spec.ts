import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { signedIn } from "./people.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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
    for (const path of publicPages) await inspect(page, path, locale);
  });

  test(`desk pages have no axe violation and do not scroll sideways, ${locale}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const page = await signedIn(browser, "administrator", { locale });
    for (const path of deskPages) await inspect(page, path, locale);
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
      await inspect(page, (await link.getAttribute("href")) ?? "", locale);
    }
  });
}

async function inspect(page: Page, path: string, locale: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await expect(page.locator("h1")).toHaveCount(1);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { violations } = await (window as unknown as AxeWindow).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .slice(0, 3)
          .join(" | ")}`,
    );
  });
  expect.soft(violations, `${path} in ${locale}`).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(sideways, `${path} in ${locale} scrolls sideways`).toBeLessThanOrEqual(0);
}

interface AxeWindow {
  axe: {
    run(
      context: Document,
      options: object,
    ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}
