import { sql } from "drizzle-orm";
import type { Tx } from "#db";

/** What a place is called on its sign: the bin's own name, or that of the dock, the packing area, quarantine. */
export async function placeName(tx: Tx, account: bigint): Promise<string> {
  const [found] = await tx.execute<{ name: string }>(sql`
    select coalesce(b.name, a.name) as name
    from accounts a left join bins b on b.account_id = a.id where a.id = ${`${account}`}::bigint`);
  return found?.name ?? "";
}
