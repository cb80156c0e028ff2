import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { AccountKind } from "#db/vocabulary";

/** Opens accounts of one kind for an organization and answers their ids in the order of the names. */
export async function openAccounts(
  tx: Tx,
  organizationId: string,
  kind: AccountKind,
  names: readonly string[],
): Promise<bigint[]> {
  if (names.length === 0) return [];
  const opened = await tx.execute<{ id: string }>(sql`
    insert into accounts (organization_id, kind, name)
    select ${organizationId}::uuid, ${kind}, t.name
    from unnest(${sql.param([...names])}::text[]) with ordinality as t (name, nth) order by t.nth
    returning id`);
  return opened.map(({ id }) => BigInt(id)).sort((a, b) => (a < b ? -1 : 1));
}
