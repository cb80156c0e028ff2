import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, openDatabase } from "#db";
import { freePort } from "#tests/support/free-port.ts";
import { startEmbedded } from "../../db/embedded.server.ts";
import { migrate } from "../../db/migrate.server.ts";

export const DATA_DIR = resolve(process.env.BENCH_DATA_DIR ?? ".data/bench");
// What this process keeps and signs (a published report) is the server's as well.
process.env.DATA_DIR = DATA_DIR;
process.env.PUBLIC_URL ??= "http://bench.test";

/** The production build that is measured; `npm run build` makes it. */
const BUILD = resolve(process.env.BENCH_BUILD ?? "build/server/index.js");

/** An empty embedded PostgreSQL as it is shipped, every commit durable, open as `db`. */
export async function startCluster() {
  rmSync(DATA_DIR, { recursive: true, force: true });
  const cluster = await startEmbedded({ dataDir: DATA_DIR });
  await migrate(cluster.ownerUrl);
  openDatabase(cluster.appUrl);
  return {
    appUrl: cluster.appUrl,
    stop: async () => {
      await closeDatabase();
      await cluster.stop();
    },
  };
}

export interface BuiltServer {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** The built server as a process of its own, beside the same database. */
export async function startBuiltServer(): Promise<BuiltServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [BUILD], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", DATA_DIR },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = once(child, "exit");
  for (let tries = 0; !(await isReady(port)); tries += 1) {
    if (tries > 100 || child.exitCode !== null) throw new Error(`${BUILD} does not start`);
    await sleep(100);
  }
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}
