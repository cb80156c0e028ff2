import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/support/chromium.ts";
import { freePort } from "./tests/support/free-port.ts";

// Playwright reads this file again in every worker; the first reading chooses the port for all.
const port = (process.env.E2E_PORT ??= String(await freePort()));
const baseURL = `http://localhost:${port}`;

// Two halves can run at once, each with its own server.
const half = process.env.E2E_HALF ?? "all";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1440, height: 900 } };
const apart = ["crash.spec.ts", "scan.spec.ts", "door.spec.ts"];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: `test-results/${half}`,
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: `.cache/test-results/playwright-${half}.json` }]],
  use: {
    baseURL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // In this order: the scan stories open warehouses of their own, which the chain must not have to choose from.
  projects: [
    { name: "machine", testMatch: "crash.spec.ts" },
    { name: "phone", testIgnore: apart, use: phone },
    { name: "desk", testIgnore: apart, use: desk },
    { name: "door", testMatch: "door.spec.ts", use: phone },
    { name: "scan on the phone", testMatch: "scan.spec.ts", use: phone },
    { name: "scan at the desk", testMatch: "scan.spec.ts", grepInvert: /@phone/, use: desk },
  ],
  webServer: {
    command: "exec node --import tsx tests/support/e2e-server.ts",
    url: `${baseURL}/readyz`,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    timeout: 180_000,
    env: {
      NODE_ENV: "production",
      PORT: port,
      HOST: "127.0.0.1",
      DATA_DIR: process.env.E2E_DATA_DIR ?? `.data/e2e-${half}`,
      LOG_LEVEL: "warn",
    },
  },
});
