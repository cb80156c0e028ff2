import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { expect, onTestFinished, test, vi } from "vitest";
import { startEmbedded } from "../../db/embedded.server.ts";

// A new cluster takes a second on an idle machine, and many on one that runs everything else at the same time.
vi.setConfig({ testTimeout: 60_000 });

/** A folder for one cluster, removed when the test ends; its server is stopped if we did not start it. */
function newDataDir(): string {
  const dataDir = join(".data/test-embedded", randomBytes(4).toString("hex"));
  mkdirSync(dataDir, { recursive: true });
  onTestFinished(async () => {
    await endServer(dataDir, "SIGINT");
    rmSync(dataDir, { recursive: true });
  });
  return dataDir;
}

/** Starts or adopts the server of `dataDir`, and stops it when the test ends if it started it. */
async function start(dataDir: string) {
  const embedded = await startEmbedded({ dataDir });
  onTestFinished(() => embedded.stop());
  return embedded;
}

function serverPid(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

async function endServer(dataDir: string, signal: "SIGINT" | "SIGKILL") {
  const pid = serverPid(dataDir);
  if (!pid || !isRunning(pid)) return;
  process.kill(pid, signal);
  while (isRunning(pid)) await sleep(20);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function open(url: string): postgres.Sql {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  onTestFinished(() => sql.end());
  return sql;
}

test("a fresh start: durable, UTF-8, on 127.0.0.1 only, and the application's role owns nothing", async () => {
  const dataDir = newDataDir();
  const embedded = await start(dataDir);
  expect(embedded.adopted).toBe(false);
  const owner = open(embedded.ownerUrl);
  const settings = await owner<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
      'listen_addresses', 'unix_socket_directories', 'password_encryption', 'server_encoding', 'TimeZone')`;
  expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    server_encoding: "UTF8",
    TimeZone: "UTC",
  });
  const [role] = await open(embedded.appUrl)`
    select rolname, rolsuper, rolcreatedb, rolcreaterole,
           exists (select from pg_database where datdba = pg_roles.oid) as owns
    from pg_roles where rolname = current_user`;
  const nothing = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, owns: false };
  expect(role).toEqual({ rolname: "jieli_app", ...nothing });
});

test("passwords are kept where only we can read them, and wrong ones are refused", async () => {
  const dataDir = newDataDir();
  const { appUrl } = await start(dataDir);
  const folder = join(dataDir, "postgres");
  const secrets = readdirSync(folder).filter((name) => name.endsWith(".password"));
  expect(secrets).toEqual(["app.password", "owner.password"]);
  for (const name of secrets) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const wrong = new URL(appUrl);
  wrong.password = "wrong";
  await expect(open(wrong.href)`select 1`).rejects.toThrow(/password authentication failed/);
});

test("a restart finds the same data on the same port", async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const sql = open(first.ownerUrl);
  await sql`create table kept as select 1 as n`;
  await sql.end();
  await first.stop();
  const second = await start(dataDir);
  expect(second).toMatchObject({ ownerUrl: first.ownerUrl, adopted: false });
  expect(await open(second.ownerUrl)`select n from kept`).toEqual([{ n: 1 }]);
});

test("a server whose parent was killed is adopted, and left running by who adopted it", async () => {
  const dataDir = newDataDir();
  const parent = spawn(process.execPath, ["--import", "tsx", "tests/support/embedded.ts", dataDir]);
  await once(parent.stdout, "data");
  parent.kill("SIGKILL");
  await once(parent, "exit");
  const pid = serverPid(dataDir);
  const embedded = await start(dataDir);
  expect(embedded.adopted).toBe(true);
  expect(await open(embedded.appUrl)`select 1 as n`).toEqual([{ n: 1 }]);
  await embedded.stop();
  expect(serverPid(dataDir)).toBe(pid);
});

test("a server that is stopping is waited for", async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const [second] = await Promise.all([sleep(5).then(() => start(dataDir)), first.stop()]);
  expect(await open(second.appUrl)`select 1 as n`).toEqual([{ n: 1 }]);
});

test("two that start at once on a new folder share one server", async () => {
  const dataDir = newDataDir();
  const other = spawn(process.execPath, ["--import", "tsx", "tests/support/embedded.ts", dataDir]);
  onTestFinished(() => void other.kill("SIGKILL"));
  const [said] = await Promise.all([once(other.stdout, "data"), sleep(300).then(() => start(dataDir))]);
  expect(String(said)).toContain("ready");
});

test("two folders run side by side", async () => {
  const [one, two] = await Promise.all([start(newDataDir()), start(newDataDir())]);
  expect(new URL(one.ownerUrl).port).not.toBe(new URL(two.ownerUrl).port);
  expect(await open(one.appUrl)`select 1 as n`).toEqual(await open(two.appUrl)`select 1 as n`);
});

test("a taken port is given up for another", async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  await first.stop();
  const thief = createServer().listen(Number(new URL(first.ownerUrl).port), "127.0.0.1");
  onTestFinished(() => void thief.close());
  const second = await start(dataDir);
  expect(second.ownerUrl).not.toBe(first.ownerUrl);
  expect(await open(second.appUrl)`select 1 as n`).toEqual([{ n: 1 }]);
});

test("it is not stopped under somebody else's connection", async () => {
  const dataDir = newDataDir();
  const embedded = await start(dataDir);
  const other = open(embedded.appUrl);
  await other`select 1`;
  await embedded.stop();
  expect(await other`select 1 as n`).toEqual([{ n: 1 }]);
});

test("a server that ended by itself is started again", async () => {
  const dataDir = newDataDir();
  const embedded = await start(dataDir);
  const before = serverPid(dataDir);
  await endServer(dataDir, "SIGKILL");
  while (serverPid(dataDir) === before) await sleep(50);
  const again = await start(dataDir);
  expect(again).toMatchObject({ ownerUrl: embedded.ownerUrl, adopted: true });
});

test.runIf(process.getuid?.() === 0)("root is told which folder PostgreSQL may not enter", async () => {
  const closed = mkdtempSync(join(tmpdir(), "jieli-closed-"));
  onTestFinished(() => rmSync(closed, { recursive: true }));
  await expect(startEmbedded({ dataDir: closed })).rejects.toThrow(`may not enter ${closed}`);
});
