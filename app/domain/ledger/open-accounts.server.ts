import { accounts, type Tx } from "#db";
import type { AccountKind } from "#db/vocabulary";

/** Opens accounts of one kind for an organization and answers their ids in the order of the names. */
export async function openAccounts(
  tx: Tx,
  organizationId: string,
  kind: AccountKind,
  names: readonly string[],
): Promise<bigint[]> {
  if (names.length === 0) return [];
  const opened = await tx
    .insert(accounts)
    .values(names.map((name) => ({ organizationId, kind, name })))
    .returning({ id: accounts.id });
  return opened.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
}
