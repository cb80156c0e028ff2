import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { inspect } from "./inspect.ts";

test("anybody checks the log on the served page, and on one kept on a disk", async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto("/log/verify.html");
  await inspect(page, "verify.html");
  const verdicts = page.locator("#verdicts li");
  const button = page.locator("button");
  await button.click();
  await expect(verdicts.filter({ hasText: "各条算出签过名的根" })).toHaveClass("good");
  await expect(verdicts.filter({ hasText: "签名 signature" })).toHaveClass("good");
  await expect(page.locator("#verdicts .bad")).toHaveCount(0);
  await page.locator("summary").click();
  await expect(page.locator("#sums td", { hasText: "CNY" }).first()).toBeVisible();
  await inspect(page, "verify.html, checked");

  const folder = await mkdtemp(join(tmpdir(), "jieli-verify-"));
  try {
    const file = join(folder, "verify.html");
    await writeFile(file, await (await request.get("/log/verify.html")).body());
    await page.goto(pathToFileURL(file).href);
    await page.locator("[name=log]").fill(`${baseURL}/log`);
    await page.locator("[name=key]").fill((await (await request.get("/log/vkey")).text()).trim());
    await button.click();
    await expect(verdicts.filter({ hasText: "各条算出签过名的根" })).toHaveClass("good");
    await expect(page.locator("#verdicts .bad")).toHaveCount(0);
    await page.locator("[name=key]").fill("");
    await page.locator("[name=proof]").setInputFiles({
      name: "0.tlog-proof",
      mimeType: "text/plain",
      buffer: Buffer.from(await (await request.get("/log/proof/0.tlog-proof")).body()),
    });
    await button.click();
    await expect(page.locator("#verdicts .bad")).toContainText("请填公钥");
  } finally {
    await rm(folder, { recursive: true });
  }
});
