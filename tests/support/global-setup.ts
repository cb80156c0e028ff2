import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../db/embedded.server.ts";
import { migrate, schemaHash } from "../../db/migrate.server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The superuser, in the database `postgres`. */
    clusterUrl: string;
    appUrl: string;
    /** Names this run's clones, so that two runs can share the cluster. */
    runId: string;
  }
}

/** One PostgreSQL for all tests, kept between runs, with a migrated database that every test file clones. */
export default async function setup(project: TestProject) {
  const cluster = await startEmbedded({
    dataDir: ".data/test",
    takeOver: true,
    // Its data is worth nothing, so a crash may lose it.
    parameters: ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"],
  });
  const clusterUrl = databaseUrl(cluster.ownerUrl, "postgres");
  // Held open until the end: another run must not stop the cluster under us.
  const sql = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  await dropLeftClones(sql);
  await prepareTemplate(sql, clusterUrl);
  project.provide("clusterUrl", clusterUrl);
  project.provide("appUrl", cluster.appUrl);
  project.provide("runId", String(process.pid));
  return async () => {
    await sql.end({ timeout: 5 });
    await cluster.stop();
  };
}

function databaseUrl(url: string, database: string): string {
  return new URL(`/${database}`, url).href;
}

async function dropLeftClones(sql: postgres.Sql) {
  const clones = await sql<{ name: string }[]>`
    select datname as name from pg_database where datname like 'jieli\_test\_%'`;
  for (const { name } of clones) {
    const runId = Number(name.split("_")[2]);
    if (!isRunning(runId)) await sql`drop database if exists ${sql(name)} with (force)`;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Made anew whenever a migration or invariants.sql has changed; its comment says which it was made from. */
async function prepareTemplate(sql: postgres.Sql, clusterUrl: string) {
  const hash = schemaHash();
  await sql`select pg_advisory_lock(hashtext('jieli: test template'))`;
  const [template] = await sql<{ hash: string | null }[]>`
    select shobj_description(oid, 'pg_database') as hash from pg_database where datname = 'jieli_template'`;
  if (template?.hash !== hash) {
    await sql`drop database if exists jieli_template with (force)`;
    await sql`create database jieli_template`;
    await migrate(databaseUrl(clusterUrl, "jieli_template"));
    await sql.unsafe(`comment on database jieli_template is '${hash}'`);
  }
  await sql`select pg_advisory_unlock(hashtext('jieli: test template'))`;
}
