import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "#db";

const name = `jieli_test_${inject("runId")}_${randomBytes(4).toString("hex")}`;

// And a folder: what servers keep beside one database would contradict another.
process.env.DATA_DIR = join(tmpdir(), name);

/** Every test file has a database of its own, a clone of the migrated template, open as `db`. */
beforeAll(async () => {
  await onCluster(async (sql) => {
    // Cloning fails while somebody else clones or rebuilds the template.
    await sql`select pg_advisory_lock(hashtext('jieli: test template'))`;
    await sql`create database ${sql(name)} template jieli_template strategy file_copy`;
  });
  openDatabase(testAppUrl(), { max: 10 });
});

afterAll(async () => {
  await closeDatabase();
  rmSync(join(tmpdir(), name), { recursive: true, force: true });
  await onCluster((sql) => sql`drop database if exists ${sql(name)} with (force)`);
});

/** This file's database as the application's role. */
export function testAppUrl(): string {
  return new URL(`/${name}`, inject("appUrl")).href;
}

/** This file's database as its owner, for what the application itself may not do. */
export function testOwnerUrl(): string {
  return new URL(`/${name}`, inject("clusterUrl")).href;
}

async function onCluster(work: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(inject("clusterUrl"), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
