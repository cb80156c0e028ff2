import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";
import { dirname } from "node:path";

/** The Unix account PostgreSQL runs as: empty for our own, `{uid, gid}` of `postgres` when we are root. */
export type Account = { uid?: number; gid?: number };

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`, created when missing.
 * Throws a sentence to act on when there is no such user and none can be made.
 */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  try {
    return accountNamed("postgres");
  } catch {
    createAccount("postgres");
    return accountNamed("postgres");
  }
}

function accountNamed(name: string): Account {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return { uid: id("-u"), gid: id("-g") };
}

function createAccount(name: string) {
  try {
    execFileSync("useradd", ["-r", "-U", "-M", "-s", "/usr/sbin/nologin", name], { stdio: "pipe" });
  } catch (error) {
    throw new Error(
      `PostgreSQL must not run as root, and the user "${name}" could not be made. ` +
        `Create it, start as another user, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** Throws a sentence that names the folder in the way when `account` cannot reach `path`. */
export function requireReach(account: Account, path: string) {
  if (account.uid === undefined || canEnter(account, path)) return;
  const barrier = ancestors(path).find((folder) => !canEnter(account, folder)) ?? path;
  throw new Error(
    `We run as ${userInfo().username}, so PostgreSQL runs as the user "postgres", who may not enter ${barrier} ` +
      `and so cannot reach ${path}. Let others pass through it (chmod o+x ${barrier}), ` +
      `or move the project or DATA_DIR elsewhere, or start as another user, or set DATABASE_URL.`,
  );
}

function canEnter(account: Account, path: string): boolean {
  try {
    execFileSync("test", ["-x", path], { ...account, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), path];
}
