import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  choosePort,
  clusterUrl,
  countOtherClients,
  ensureDatabaseAndRole,
  isAlive,
  isOurs,
  openCluster,
  postgresEnvironment,
  readPidFile,
  type Cluster,
} from "./embedded-cluster.server.ts";

export type EmbeddedOptions = {
  /** DATA_DIR: the cluster, its passwords, port and log are kept in `postgres/` below it. */
  dataDir: string;
  log?: (message: string) => void;
  /** More server parameters, such as `fsync=off` for tests. */
  parameters?: readonly string[];
  /** Let `stop` stop it also when it was adopted; still never under somebody else's connection. */
  takeOver?: boolean;
};

export type Embedded = {
  /** The superuser `jieli_owner`: for migrations only. */
  ownerUrl: string;
  /** The role `jieli_app`, which owns nothing. */
  appUrl: string;
  /** Somebody else started it, so `stop` leaves it running. */
  adopted: boolean;
  /** Stops PostgreSQL, if we started it and nobody else is connected. */
  stop(): Promise<void>;
};

type Running = { port: number; child?: ChildProcess };

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
const WATCH_MS = 500;

/**
 * Starts the PostgreSQL that belongs to `dataDir`, or adopts it when it runs already (a killed node leaves it behind).
 * It listens on 127.0.0.1 only. Throws a sentence to act on when it cannot run here.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log = () => {}, parameters = [], takeOver = false } = options;
  const folder = join(dataDir, "postgres");
  mkdirSync(folder, { recursive: true });
  const cluster = openCluster(realpathSync(folder));
  const running = await startReady(cluster, parameters);
  const { port } = running;
  log(`PostgreSQL ${running.child ? "started" : "was running already"} on port ${port}`);
  const watch = watchOver(cluster, running, () => adoptOrStart(cluster, parameters), log);
  return {
    ownerUrl: clusterUrl("jieli_owner", cluster.ownerPassword, port, "jieli"),
    appUrl: clusterUrl("jieli_app", cluster.appPassword, port, "jieli"),
    adopted: !running.child,
    stop: async () => {
      const child = watch.end();
      const pid = child && !hasExited(child) ? child.pid : takeOver ? readPidFile(cluster)?.pid : undefined;
      if (!pid) return;
      const others = await countOtherClients(cluster, port).catch((error: unknown) => {
        if (isGoing(error)) return 0;
        throw error;
      });
      if (others > 0) log(`PostgreSQL left running: ${others} other connection(s)`);
      else await shutDown(pid);
    },
  };
}

/**
 * Starts the server again when it ends by itself (the kernel kills the largest process when memory runs out). One that
 * was adopted is nobody's child and is looked after by its pid.
 */
function watchOver(
  cluster: Cluster,
  { port, child }: Running,
  again: () => Promise<Running>,
  log: (message: string) => void,
) {
  let over = false;
  let adopted: NodeJS.Timeout | undefined;
  const restart = async () => {
    if (over) return;
    log("PostgreSQL ended by itself; starting it again");
    try {
      const next = await again();
      if (next.port !== port)
        log(`PostgreSQL is now on port ${next.port}, not ${port}: restart this process`);
      child = next.child;
    } catch (error) {
      log(String(error));
    }
    watch();
  };
  const watch = () => {
    if (over) return;
    if (child) return child.once("exit", restart);
    adopted = setTimeout(() => (isRunning(cluster) ? watch() : restart()), WATCH_MS).unref();
  };
  watch();
  return {
    end: () => {
      over = true;
      clearTimeout(adopted);
      return child;
    },
  };
}

/** A server that answers; one that began to stop just after it was adopted is waited for, and another started. */
async function startReady(cluster: Cluster, parameters: readonly string[]): Promise<Running> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const running = await adoptOrStart(cluster, parameters);
    try {
      await ensureDatabaseAndRole(cluster, running.port);
      return running;
    } catch (error) {
      if (running.child || !isGoing(error) || Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

/** PostgreSQL says, or shows by closing the connection, that it is shutting down. */
const isGoing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(57P0[13]|CONN|ECONN)/.test(String(error.code));

const isRunning = (cluster: Cluster): boolean => readPidFile(cluster) !== undefined;

async function adoptOrStart(cluster: Cluster, parameters: readonly string[]): Promise<Running> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const port = await runningPort(cluster);
    if (port) return { port };
    const started = await start(cluster, parameters, deadline);
    if (started) return started;
    await sleep(200);
  }
  throw new Error(`The embedded PostgreSQL did not start; see ${logFile(cluster)}.`);
}

/** The port of our server when one is running, once it has finished starting; waits for one that is stopping. */
async function runningPort(cluster: Cluster): Promise<number | undefined> {
  const patience = Date.now() + STOP_LIMIT_MS;
  while (Date.now() < patience) {
    const server = readPidFile(cluster);
    if (!server) return undefined;
    if (server.ready) return (await isOurs(cluster, server.port)) ? server.port : undefined;
    await sleep(50);
  }
  return undefined;
}

/** What a start says when another process was faster, a dying server still holds its lock, or the port was taken. */
const TRY_AGAIN = /lock file ".*" already exists|shared memory block .* still in use|Address already in use/;

/** Nothing when it is worth another try. */
async function start(
  cluster: Cluster,
  parameters: readonly string[],
  deadline: number,
): Promise<Running | undefined> {
  const port = await choosePort(cluster);
  const logged = existsSync(logFile(cluster)) ? statSync(logFile(cluster)).size : 0;
  const child = spawnServer(cluster, port, parameters);
  while (Date.now() < deadline) {
    const server = readPidFile(cluster);
    if (server?.ready && server.pid === child.pid) return { port, child };
    if (hasExited(child)) {
      const reason = readFileSync(logFile(cluster)).subarray(logged).toString().trim();
      if (TRY_AGAIN.test(reason)) return undefined;
      throw new Error(`The embedded PostgreSQL did not start:\n${reason}`);
    }
    await sleep(20);
  }
  if (child.pid) await shutDown(child.pid);
  return undefined;
}

/** Its log goes to a file, not to a pipe, so that it can outlive us; statements and their values stay out of it. */
function spawnServer(cluster: Cluster, port: number, parameters: readonly string[]): ChildProcess {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_checkpoints=off",
    "log_min_messages=log",
    "log_error_verbosity=terse",
    ...parameters,
  ].flatMap((setting) => ["-c", setting]);
  const log = openSync(logFile(cluster), "a", 0o600);
  const child = spawn(
    cluster.binaries.postgres,
    ["-D", cluster.dataDirectory, "-p", String(port), ...settings],
    {
      ...cluster.account,
      env: postgresEnvironment(),
      cwd: "/",
      detached: true,
      stdio: ["ignore", "ignore", log],
    },
  );
  closeSync(log);
  child.on("error", () => {}); // Without a pid it counts as exited.
  child.unref();
  return child;
}

/** PostgreSQL's "fast" shutdown: ends the connections, rolls back what was open, writes a checkpoint. */
async function shutDown(pid: number) {
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + STOP_LIMIT_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, "SIGQUIT");
    await sleep(20);
  }
}

function hasExited(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function logFile({ folder }: Cluster): string {
  return join(folder, "postgres.log");
}
