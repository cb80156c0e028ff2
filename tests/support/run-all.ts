import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { installMissingTools, requireChromium } from "./chromium.ts";

const RESULTS = ".cache/test-results";
const VITEST_RESULT = `${RESULTS}/vitest.json`;

/** The browser stories in two halves, each with a server and a database of its own, at the same time. */
const browserHalves: Record<string, readonly string[]> = {
  desks: ["machine", "phone", "desk"],
  scans: ["door", "scan on the phone", "scan at the desk"],
};

const VitestResult = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const PlaywrightResult = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number() }) });

/** `npm test`: checks and build, unit tests, browser tests; every step runs, the last line sums the tests up. */
async function runAll() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
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
    ...(await together(run("npm", ["run", "check"]), run("npm", ["run", "build"]))),
    ...(await together(run("npx", vitest))),
    ...(await together(
      ...Object.entries(browserHalves).map(([half, projects]) =>
        run("npx", ["playwright", "test", ...projects.map((project) => `--project=${project}`)], {
          CHROMIUM_PATH: chromium,
          E2E_HALF: half,
        }),
      ),
    )),
  ];
  const tests = countTests();
  console.log(`\n${tests.passed} passed, ${tests.failed} failed`);
  process.exit(steps.every(Boolean) && tests.failed === 0 ? 0 : 1);
}

const together = (...running: Promise<boolean>[]): Promise<boolean[]> => Promise.all(running);

/** Its output is shown line by line as it comes, so that two at once can be told apart. */
async function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<boolean> {
  const name = environment.E2E_HALF ?? args.at(args[0] === "run" ? 1 : 0) ?? command;
  console.log(`\n> ${command} ${args.join(" ")}`);
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => console.log(`${name} | ${line}`));
  }
  const [code] = await once(child, "close");
  return code === 0;
}

/** Of the steps that got as far as reporting. */
function countTests(): { passed: number; failed: number } {
  const unit = VitestResult.safeParse(readJson(VITEST_RESULT)).data;
  const browser = Object.keys(browserHalves).map(
    (half) => PlaywrightResult.safeParse(readJson(`${RESULTS}/playwright-${half}.json`)).data?.stats,
  );
  const sum = (counts: (number | undefined)[]) =>
    counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  return {
    passed: sum([unit?.numPassedTests, ...browser.map((stats) => stats?.expected)]),
    failed: sum([unit?.numFailedTests, ...browser.map((stats) => stats?.unexpected)]),
  };
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

runAll().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
