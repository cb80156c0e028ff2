import { type SQL, sql } from "drizzle-orm";

/** SQL: this entry was taken back by a later one. `entryId` is a column, e.g. sql`g.entry_id`. */
export const isReversed = (entryId: SQL): SQL =>
  sql`exists (select from entries reversal where reversal.reverses = ${entryId})`;
