import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { freePort } from "../support/free-port.ts";

const dataDir = resolve(".data/e2e-crash");
const environment = {
  ...process.env,
  DATA_DIR: dataDir,
  NODE_ENV: "production" as const,
  LOG_LEVEL: "fatal",
};
const deliveries = 120;

interface Confirmation {
  requestId: string;
  code: string;
  pin: string;
  acknowledged: boolean;
}

test("kill -9 of the server, then of PostgreSQL, while confirming: what was acknowledged is there once", async () => {
  test.setTimeout(180_000);
  killLeftovers();
  rmSync(dataDir, { recursive: true, force: true });
  const sent: { code: string; pin: string }[] = JSON.parse(
    lastLine(tsx("tests/support/seed-deliveries.ts", String(deliveries))),
  );
  const confirmations = sent.map((one) => ({ ...one, requestId: uuidv7(), acknowledged: false }));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;

  let server = await start(port);
  await confirmUntil(url, confirmations, 30, () => server.kill("SIGKILL"));
  server = await start(port);
  await confirmUntil(url, confirmations, 70, () => process.kill(postmaster(), "SIGKILL"));
  await confirmUntil(url, confirmations, deliveries);
  expect(confirmations.every(({ acknowledged }) => acknowledged)).toBe(true);
  server.kill("SIGTERM");
  await new Promise((done) => server.once("exit", done));

  expect(JSON.parse(lastLine(tsx("tests/support/count-confirmations.ts")))).toEqual({
    entries: deliveries,
    deliveries,
  });
  expect(JSON.parse(tsx("app/commands/verify.ts", "--json"))).toMatchObject({ discrepancies: [] });
});

/** Confirms with eight at work, again and again what got no answer, until `enough` are acknowledged. */
async function confirmUntil(
  url: string,
  all: Confirmation[],
  enough: number,
  then = () => {},
): Promise<void> {
  const acknowledged = () => all.filter((one) => one.acknowledged).length;
  let interrupted = false;
  const deadline = Date.now() + 60_000;
  await Promise.all(
    Array.from({ length: 8 }, async (_, worker) => {
      while (acknowledged() < enough && !interrupted) {
        if (Date.now() > deadline) throw new Error(`only ${acknowledged()} acknowledged in a minute`);
        const one =
          all.find((it, i) => !it.acknowledged && i % 8 === worker) ?? all.find((it) => !it.acknowledged);
        if (!one) return;
        if (await confirm(url, one)) one.acknowledged = true;
        else await new Promise((done) => setTimeout(done, 100));
        if (acknowledged() >= enough && !interrupted) {
          interrupted = true;
          then();
        }
      }
    }),
  );
}

async function confirm(url: string, one: Confirmation): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/delivery/confirm`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": `"${one.requestId}"` },
    body: JSON.stringify({ code: one.code, pin: one.pin, name: "刘书记" }),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  if (answer !== null && answer.status >= 400 && answer.status < 500) {
    throw new Error(`refused with ${answer.status}: ${await answer.text()}`);
  }
  return answer?.ok === true;
}

async function start(port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, ["build/server/index.js"], {
    env: { ...environment, PORT: String(port), HOST: "127.0.0.1" },
    stdio: "inherit",
  });
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status, {
      timeout: 60_000,
    })
    .toBe(200);
  return server;
}

const postmaster = (): number =>
  Number(readFileSync(`${dataDir}/postgres/data/postmaster.pid`, "utf8").split("\n")[0]);

function killLeftovers(): void {
  if (!existsSync(`${dataDir}/postgres/data/postmaster.pid`)) return;
  try {
    process.kill(postmaster(), "SIGQUIT");
  } catch {
    // Nothing was left.
  }
}

const tsx = (...command: string[]): string =>
  execFileSync(process.execPath, ["--import", "tsx", ...command], { env: environment, encoding: "utf8" });

const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";
