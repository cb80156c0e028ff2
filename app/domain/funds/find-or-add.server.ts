import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { funds, type Tx } from "#db";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import type { RestrictionRow } from "../places/find-or-add-restrictions.server.ts";
import { findOrAdd } from "../register.server.ts";

export type Fund = typeof funds.$inferSelect;

const FREE = "";

/**
 * The funds of an organization for a response: one for what is free to use (key "") and one for each restriction
 * (key = the restriction's id). Restricted money never mixes with free money: it stands in its own account.
 */
export async function findOrAddFunds(
  tx: Tx,
  organizationId: string,
  responseId: string,
  wanted: readonly (RestrictionRow | null)[],
): Promise<Map<string, Fund>> {
  const restrictionOf = new Map(wanted.map((restriction) => [restriction?.id ?? FREE, restriction]));
  return findOrAdd(
    tx,
    `funds/${organizationId}/${responseId}`,
    [...restrictionOf.keys()],
    async (keys) => {
      const ids = keys.filter((key) => key !== FREE);
      const found = await tx
        .select()
        .from(funds)
        .where(
          and(
            eq(funds.organizationId, organizationId),
            eq(funds.responseId, responseId),
            or(
              keys.includes(FREE) ? isNull(funds.restrictionId) : undefined,
              inArray(funds.restrictionId, ids),
            ),
          ),
        );
      return new Map(found.map((fund) => [fund.restrictionId ?? FREE, fund]));
    },
    async (missing) => {
      const names = missing.map((key) => restrictionOf.get(key)?.text ?? "非定向");
      const accountIds = await openAccounts(tx, organizationId, "fund", names);
      await tx.insert(funds).values(
        missing.map((key, i) => ({
          id: uuidv7(),
          organizationId,
          responseId,
          restrictionId: key === FREE ? null : key,
          name: names[i]!,
          accountId: accountIds[i]!,
        })),
      );
    },
  );
}

/** The fund a gift under this restriction goes into. */
export const fundFor = (found: Map<string, Fund>, restriction: RestrictionRow | null): Fund => {
  const fund = found.get(restriction?.id ?? FREE);
  if (!fund) throw new Error("a fund was asked for that was not found or added");
  return fund;
};
