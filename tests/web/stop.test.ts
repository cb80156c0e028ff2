import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { testAppUrl } from "#tests/support/database.ts";
import { freePort } from "#tests/support/free-port.ts";

async function startProcess() {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/serve.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "test",
      SESSION_SECRET: "x".repeat(32),
      PORT: String(port),
      DATABASE_URL: testAppUrl(),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  while (!(await isUp(url))) await sleep(50);
  return { child, exited, url };
}

function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s lets requests in flight finish, takes no new ones, exits 0",
  async (signal) => {
    const { child, exited, url } = await startProcess();
    const slow = fetch(`${url}/slow?ms=1000`);
    await sleep(200);
    child.kill(signal);
    await sleep(200);
    expect(await isUp(url)).toBe(false);
    expect(await (await slow).text()).toBe("finished");
    expect(await exited).toEqual([0, null]);
  },
);
