import { sql } from "drizzle-orm";
import type { Tx } from "#db";

/** Opens assets for so many new source lots, in ascending order. */
export async function newLotAssets(tx: Tx, count: number): Promise<bigint[]> {
  const opened = await tx.execute<{ id: string }>(
    sql`insert into assets (kind) select 'lot' from generate_series(1, ${count}::int) returning id`,
  );
  return opened.map(({ id }) => BigInt(id)).sort((a, b) => (a < b ? -1 : 1));
}
