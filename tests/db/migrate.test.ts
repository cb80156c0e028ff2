import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrate, pendingMigrations, schemaFiles } from "../../db/migrate.server.ts";

/** An empty database, dropped when the test ends: its owner's URL and the application's. */
async function emptyDatabase() {
  const name = `jieli_test_${inject("runId")}_${randomBytes(4).toString("hex")}`;
  const cluster = postgres(inject("clusterUrl"), { max: 1, onnotice: () => {} });
  await cluster`create database ${cluster(name)}`;
  onTestFinished(async () => {
    await cluster`drop database ${cluster(name)} with (force)`;
    await cluster.end();
  });
  const at = (url: string) => new URL(`/${name}`, url).href;
  return { ownerUrl: at(inject("clusterUrl")), appUrl: at(inject("appUrl")) };
}

function open(url: string): postgres.Sql {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  onTestFinished(() => sql.end());
  return sql;
}

function invariants(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "jieli-invariants-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const invariantsFile = join(folder, "invariants.sql");
  writeFileSync(invariantsFile, text);
  return { ...schemaFiles(), invariantsFile };
}

test("three processes migrate an empty database at once", async () => {
  const { ownerUrl, appUrl } = await emptyDatabase();
  const app = open(appUrl);
  expect(await pendingMigrations(app)).toBeGreaterThan(0);
  await Promise.all([migrate(ownerUrl), migrate(ownerUrl), migrate(ownerUrl)]);
  expect(await pendingMigrations(app)).toBe(0);
});

test("the application's role owns no table and may not change the schema", async () => {
  const { ownerUrl, appUrl } = await emptyDatabase();
  await migrate(ownerUrl);
  const app = open(appUrl);
  expect(await app`select tablename from pg_tables where tableowner = current_user`).toHaveLength(0);
  await expect(app`create table mine ()`).rejects.toThrow(/permission denied/);
});

test("invariants.sql runs again when it has changed, and only then", async () => {
  const { ownerUrl } = await emptyDatabase();
  const owner = open(ownerUrl);
  const one = invariants("create table if not exists applied (n int); insert into applied values (1);");
  await migrate(ownerUrl, { files: one });
  await migrate(ownerUrl, { files: one });
  await migrate(ownerUrl, { files: invariants("insert into applied values (2);") });
  expect(await owner`select n from applied order by n`).toEqual([{ n: 1 }, { n: 2 }]);
});

test("invariants.sql is applied whole or not at all", async () => {
  const { ownerUrl } = await emptyDatabase();
  const owner = open(ownerUrl);
  await expect(
    migrate(ownerUrl, { files: invariants("create table half (); select nonsense;") }),
  ).rejects.toThrow();
  expect(await owner`select to_regclass('half') as found`).toEqual([{ found: null }]);
  await migrate(ownerUrl);
});

test("a role of another name that the application connects as joins jieli_app", async () => {
  const { ownerUrl, appUrl } = await emptyDatabase();
  const owner = open(ownerUrl);
  const login = `login_${randomBytes(4).toString("hex")}`;
  await owner.unsafe(`create role ${login} login password 'x'`);
  onTestFinished(async () => void (await owner.unsafe(`drop role ${login}`)));
  const url = new URL(appUrl);
  url.username = login;
  url.password = "x";
  await migrate(ownerUrl, { appUrl: url.href });
  expect(await pendingMigrations(open(url.href))).toBe(0);
});
