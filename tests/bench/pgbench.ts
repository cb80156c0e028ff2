import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { promisify } from "node:util";
import { inArray } from "drizzle-orm";
import { db, sites } from "#db";
import { sendDeliveries, type Stage } from "./seed.ts";

const CLIENTS = 8;
const EACH = 700;
const SCRIPT = "tests/bench/confirm.pgbench.sql";
const FOLDER = "/usr/lib/postgresql";

/** What the others are held against: confirmations a second by pgbench alone. */
export type Reference = () => Promise<number>;

/**
 * pgbench with eight clients, sending the same statements of a confirmation one after the other, prepared, to the same
 * database. It can be run `times` times.
 */
export async function prepareReference(stage: Stage, appUrl: string, times: number): Promise<Reference> {
  const made = await sendDeliveries(stage, CLIENTS * EACH * times, idOf);
  const accounts = made.map(({ accountId }) => accountId);
  const first = accounts[0] ?? 0n;
  const siteAccounts = await accountsOf(stage.siteIds);
  if (!isRow(accounts) || !isRow(siteAccounts)) throw new Error("the script counts accounts up one by one");
  const constants = {
    base: first,
    sites: siteAccounts[0],
    each: EACH * times,
    organization: stage.world.organizationId,
    response: stage.world.responseId,
    lot1: stage.lots[0],
    lot2: stage.lots[1],
    lot3: stage.lots[2],
  };
  let run = 0;
  return async () => {
    const variables = Object.entries({ ...constants, n: run * EACH }).flatMap(([name, value]) => [
      "-D",
      `${name}=${value}`,
    ]);
    run += 1;
    const { stdout } = await promisify(execFile)(findPgbench(), [
      ...["-n", "-M", "prepared", "-c", String(CLIENTS), "-j", "2", "-t", String(EACH), "-f", SCRIPT],
      ...variables,
      appUrl,
    ]);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  };
}

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const isRow = (ids: readonly bigint[]): boolean => ids.every((id, i) => id === (ids[0] ?? 0n) + BigInt(i));

async function accountsOf(siteIds: string[]): Promise<bigint[]> {
  const found = await db.select().from(sites).where(inArray(sites.id, siteIds));
  const accountOf = new Map(found.map((site) => [site.id, site.accountId]));
  return siteIds.map((id) => accountOf.get(id) ?? 0n);
}

/** The newest pgbench of this machine. */
function findPgbench(): string {
  const versions = existsSync(FOLDER) ? readdirSync(FOLDER).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => `${FOLDER}/${version}/bin/pgbench`)
    .find((file) => existsSync(file));
  if (!found) throw new Error("pgbench is missing; on Debian: apt-get install postgresql-contrib");
  return found;
}
