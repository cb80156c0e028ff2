import { sql } from "drizzle-orm";
import type { Reader } from "#db";

/** A moment of the journal: the last seq to be seen, and the transactions that may still commit an earlier one. */
export interface Horizon {
  seq: bigint;
  writers: ReadonlySet<string>;
}

/**
 * In this order: whoever took a seq below it locked the journal first, so by the second look it has ended or is seen.
 */
export async function observeHorizon(reader: Reader): Promise<Horizon> {
  const [last] = await reader.execute<{ seq: string }>(sql`select coalesce(max(seq), 0) as seq from entries`);
  return { seq: BigInt(last?.seq ?? 0), writers: await openWriters(reader) };
}

/** Every transaction that has written to the journal, or is about to, and has not ended. */
export async function openWriters(reader: Reader): Promise<Set<string>> {
  const rows = await reader.execute<{ writer: string }>(sql`
    select distinct virtualtransaction as writer from pg_locks
    where relation = 'entries'::regclass and mode = 'RowExclusiveLock'
      and database = (select oid from pg_database where datname = current_database())`);
  return new Set(rows.map(({ writer }) => writer));
}

/** Whether nothing can be committed at or below the horizon any more. */
export const hasSettled = ({ writers }: Horizon, open: ReadonlySet<string>): boolean =>
  [...writers].every((writer) => !open.has(writer));
