import { and, eq, sql } from "drizzle-orm";
import { accounts, type Tx } from "#db";
import type { LossReason } from "#db/vocabulary";
import { openAccounts } from "./open-accounts.server.ts";

/** The account of each organization where missing and damaged goods stand until their case is closed. */
export async function disputeAccounts(
  tx: Tx,
  organizationIds: readonly string[],
): Promise<Map<string, bigint>> {
  const found = new Map<string, bigint>();
  for (const organizationId of new Set(organizationIds)) {
    found.set(organizationId, await standingAccount(tx, organizationId, "dispute", "dispute"));
  }
  return found;
}

/** The sink of an organization for goods written off for a reason. */
export async function lossAccount(tx: Tx, organizationId: string, reason: LossReason): Promise<bigint> {
  return standingAccount(tx, organizationId, "loss", reason);
}

/** Where an organization's kits come from when they are put together, and go back to when they are taken apart. */
export async function assemblyAccount(tx: Tx, organizationId: string): Promise<bigint> {
  return standingAccount(tx, organizationId, "assembly", "assembly");
}

async function standingAccount(
  tx: Tx,
  organizationId: string,
  kind: "dispute" | "loss" | "assembly",
  name: string,
) {
  const find = () =>
    tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(
        and(eq(accounts.organizationId, organizationId), eq(accounts.kind, kind), eq(accounts.name, name)),
      );
  const [known] = await find();
  if (known) return known.id;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind}/${organizationId}`}, 0))`);
  const [meanwhile] = await find();
  if (meanwhile) return meanwhile.id;
  const [opened] = await openAccounts(tx, organizationId, kind, [name]);
  return opened!;
}
