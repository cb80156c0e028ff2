import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { installMissingTools, requireChromium } from "./chromium.ts";

const VITEST_RESULT = ".cache/test-results/vitest.json";
const PLAYWRIGHT_RESULT = ".cache/test-results/playwright.json";

const VitestResult = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const PlaywrightResult = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number() }) });

/** `npm test`: checks, build, unit tests, browser tests; every step runs, the last line sums the tests up. */
function runAll() {
  rmSync(".cache/test-results", { recursive: true, force: true });
  mkdirSync(".cache/test-results", { recursive: true });
  installMissingTools();
  const chromium = requireChromium();
  const vitest = [
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${VITEST_RESULT}`,
  ];
  const steps = [
    run("npm", ["run", "check"]),
    run("npm", ["run", "build"]),
    run("npx", vitest),
    run("npx", ["playwright", "test"], { CHROMIUM_PATH: chromium }),
  ];
  const tests = countTests();
  console.log(`\n${tests.passed} passed, ${tests.failed} failed`);
  process.exit(steps.every(Boolean) && tests.failed === 0 ? 0 : 1);
}

function run(command: string, args: string[], environment: Record<string, string> = {}): boolean {
  console.log(`\n> ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  return status === 0;
}

/** Of the steps that got as far as reporting. */
function countTests(): { passed: number; failed: number } {
  const unit = VitestResult.safeParse(readJson(VITEST_RESULT)).data;
  const browser = PlaywrightResult.safeParse(readJson(PLAYWRIGHT_RESULT)).data?.stats;
  return {
    passed: (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0),
  };
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

runAll();
