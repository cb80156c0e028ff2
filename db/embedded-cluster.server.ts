import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { postgresAccount, requireReach, type Account } from "./embedded-account.server.ts";
import { postgresBinaries, type Binaries } from "./embedded-binaries.server.ts";
import { secretFile } from "./secret-file.server.ts";

/** One cluster on disk: `folder` holds its data directory, passwords, port and log. */
export type Cluster = {
  folder: string;
  dataDirectory: string;
  account: Account;
  binaries: Binaries;
  ownerPassword: string;
  appPassword: string;
};

/**
 * The cluster in `folder` (absolute path), made on first use: UTF-8, `C.UTF-8`, scram passwords, superuser
 * `jieli_owner`. Throws a sentence to act on when PostgreSQL cannot run here.
 */
export function openCluster(folder: string): Cluster {
  const cluster = {
    folder,
    dataDirectory: join(folder, "data"),
    account: postgresAccount(),
    binaries: postgresBinaries(),
    ownerPassword: secretFile(join(folder, "owner.password")),
    appPassword: secretFile(join(folder, "app.password")),
  };
  requireReach(cluster.account, cluster.binaries.postgres);
  requireReach(cluster.account, folder);
  if (!existsSync(cluster.dataDirectory)) createDataDirectory(cluster);
  return cluster;
}

/** Made beside its place and renamed: a crash leaves no half-made cluster, and of two that race one wins. */
function createDataDirectory(cluster: Cluster) {
  const draft = join(cluster.folder, `data.${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  giveTo(cluster.account, draft);
  try {
    initialize(cluster, draft);
    renameSync(draft, cluster.dataDirectory);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(cluster.dataDirectory)) throw error;
  }
}

function initialize({ account, binaries, folder, ownerPassword }: Cluster, directory: string) {
  const passwordFile = join(folder, `initdb.${process.pid}.password`);
  writeFileSync(passwordFile, ownerPassword, { mode: 0o600 });
  giveTo(account, passwordFile);
  const owner = ["-U", "jieli_owner", "-A", "scram-sha-256", "--pwfile", passwordFile];
  const locale = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"];
  try {
    execFileSync(binaries.initdb, ["-D", directory, ...owner, ...locale], {
      ...account,
      env: postgresEnvironment(),
      cwd: "/",
      stdio: "pipe",
    });
  } finally {
    rmSync(passwordFile);
  }
}

function giveTo({ uid, gid }: Account, path: string) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** Nothing of ours reaches PostgreSQL: not our secrets, and no PG… variable that would change it. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" };
}

/** The port this cluster used last, while it is free; otherwise another free one, which is kept from then on. */
export async function choosePort({ folder }: Cluster): Promise<number> {
  const file = join(folder, "port");
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = (kept && (await freePort(kept))) || (await freePort(0));
  if (!port) throw new Error("No free port on 127.0.0.1 for the embedded PostgreSQL.");
  writeFileSync(file, `${port}\n`);
  return port;
}

/** `port` itself when nobody listens on it (0: any free one), or nothing. */
function freePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : undefined));
    });
  });
}

/** What PostgreSQL says of itself in its data directory; nothing when no live process stands behind it. */
export function readPidFile({ dataDirectory }: Cluster) {
  const file = join(dataDirectory, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port, , , , status] = readFileSync(file, "utf8").split("\n");
  if (!isAlive(Number(pid))) return undefined;
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === "ready" };
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether the server at `port` accepts our password and serves our data directory. */
export async function isOurs(cluster: Cluster, port: number): Promise<boolean> {
  const sql = ownerConnection(cluster, port, "postgres");
  try {
    const [row] = await sql<{ directory: string }[]>`select current_setting('data_directory') as directory`;
    return row?.directory === cluster.dataDirectory;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Makes the database `jieli` and the login role `jieli_app`, which owns nothing, where they are missing. */
export async function ensureDatabaseAndRole(cluster: Cluster, port: number) {
  const sql = ownerConnection(cluster, port, "postgres");
  try {
    await sql`select pg_advisory_lock(hashtext('jieli: database and role'))`;
    const [found] = await sql<{ database: boolean; role: boolean }[]>`
      select exists (select from pg_database where datname = 'jieli') as database,
             exists (select from pg_roles where rolname = 'jieli_app') as role`;
    if (!found?.database) await sql`create database jieli`;
    const verb = found?.role ? "alter" : "create";
    await sql.unsafe(`${verb} role jieli_app login password '${cluster.appPassword}'`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** How many others are connected at this moment. */
export async function countOtherClients(cluster: Cluster, port: number): Promise<number> {
  const sql = ownerConnection(cluster, port, "postgres");
  try {
    const [row] = await sql<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return row?.others ?? 0;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function ownerConnection(cluster: Cluster, port: number, database: string) {
  const url = clusterUrl("jieli_owner", cluster.ownerPassword, port, database);
  return postgres(url, { max: 1, connect_timeout: 2, fetch_types: false, onnotice: () => {} });
}

export function clusterUrl(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}
