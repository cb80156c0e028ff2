import { accounts, type Tx } from "#db";
import type { AccountKind } from "#db/vocabulary";
import { insertChunked } from "../insert-chunked.server.ts";

/** Opens accounts of one kind for an organization and answers their ids in the order of the names. */
export async function openAccounts(
  tx: Tx,
  organizationId: string,
  kind: AccountKind,
  names: readonly string[],
): Promise<bigint[]> {
  const opened = await insertChunked(
    names.map((name) => ({ organizationId, kind, name })),
    (chunk) => tx.insert(accounts).values(chunk).returning({ id: accounts.id }),
  );
  return opened.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
}
