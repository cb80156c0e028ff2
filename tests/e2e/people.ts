import type { Browser, Page } from "@playwright/test";
import type { Role } from "#db/vocabulary";
import { DEMO_PASSWORD, demoEmail } from "#app/commands/demo-words.ts";

/** A page on which the demo's person of this role is signed in. */
export async function signedIn(
  browser: Browser,
  role: Role,
  options: { locale?: string } = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("input[name=login]").fill(demoEmail(role));
  await page.locator("input[name=password]").fill(DEMO_PASSWORD);
  await page.locator("input[name=password]").press("Enter");
  await page.waitForURL(/\/desk/);
  return page;
}
