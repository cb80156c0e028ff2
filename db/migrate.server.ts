import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

export type SchemaFiles = {
  /** Made by `drizzle-kit generate`. */
  migrationsFolder: string;
  /** What Drizzle cannot say; may be run again and again. */
  invariantsFile: string;
};

/** The schema of this release, below the folder the process was started in. */
export function schemaFiles(): SchemaFiles {
  return {
    migrationsFolder: join(process.cwd(), "db/migrations"),
    invariantsFile: join(process.cwd(), "db/invariants.sql"),
  };
}

/**
 * Brings the database at `ownerUrl` to this release: migrations, the role `jieli_app`, then `invariants.sql` in one
 * transaction. Safe to call from several processes at once. `appUrl` is how the application will connect: its role
 * gets its password or its membership from there.
 */
export async function migrate(ownerUrl: string, options: { appUrl?: string; files?: SchemaFiles } = {}) {
  const { appUrl, files = schemaFiles() } = options;
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('jieli: migrate'))`;
    await runMigrations(drizzle(sql), { migrationsFolder: files.migrationsFolder });
    await ensureAppRole(sql, appUrl);
    await applyInvariants(sql, files);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Roles belong to the whole server, so another database's migration may create ours between look and leap. */
async function ensureAppRole(sql: postgres.Sql, appUrl: string | undefined) {
  const app = appUrl ? new URL(appUrl) : undefined;
  const login = decodeURIComponent(app?.username ?? "");
  const password = login === "jieli_app" ? decodeURIComponent(app?.password ?? "") : "";
  const [found] = await sql`select from pg_roles where rolname = 'jieli_app'`;
  if (!found) {
    try {
      await sql.unsafe(`create role jieli_app login ${password ? `password ${quoteLiteral(password)}` : ""}`);
    } catch (error) {
      const race = error instanceof postgres.PostgresError && ["42710", "23505"].includes(error.code);
      if (!race) throw error;
    }
  }
  if (login && login !== "jieli_app") await joinAppRole(sql, login);
}

async function joinAppRole(sql: postgres.Sql, login: string) {
  const [row] = await sql`select pg_has_role(${login}, 'jieli_app', 'member') as member`;
  if (!row?.member) await sql`grant jieli_app to ${sql(login)}`;
}

function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Run again after new migrations too, because its grants name whatever tables there are. */
async function applyInvariants(sql: postgres.Sql, files: SchemaFiles) {
  const hash = schemaHash(files);
  await sql`create table if not exists drizzle.schema_state (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`;
  const [applied] = await sql`select hash from drizzle.schema_state where name = 'invariants'`;
  if (applied?.hash === hash) return;
  await sql.begin(async (tx) => {
    await tx.unsafe(readFileSync(files.invariantsFile, "utf8"));
    await tx`grant usage on schema drizzle to jieli_app`;
    await tx`grant select on all tables in schema drizzle to jieli_app`;
    await tx`insert into drizzle.schema_state (name, hash) values ('invariants', ${hash})
      on conflict (name) do update set hash = excluded.hash, applied_at = now()`;
  });
}

/** Changes when any migration or `invariants.sql` changes. */
export function schemaHash(files: SchemaFiles = schemaFiles()): string {
  const hash = createHash("sha256").update(readFileSync(files.invariantsFile));
  for (const migration of readMigrationFiles(files)) hash.update(migration.hash);
  return hash.digest("hex");
}

/**
 * How many of this release's migrations the database lacks, asked as the application's role. A database that is
 * ahead of us has none pending, so that old and new processes can serve side by side during an upgrade.
 */
export async function pendingMigrations(
  sql: postgres.Sql,
  files: SchemaFiles = schemaFiles(),
): Promise<number> {
  const [{ exists } = { exists: false }] = await sql<{ exists: boolean }[]>`
    select to_regclass('drizzle.schema_state') is not null as exists`;
  if (!exists) return readMigrationFiles(files).length;
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`;
  const applied = new Set(rows.map((row) => row.hash));
  return readMigrationFiles(files).filter((migration) => !applied.has(migration.hash)).length;
}
