import { sql } from "drizzle-orm";
import { bigint, check, customType, timestamp, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";

/** A UUIDv7 made by the client, so that a request sent twice is the same row. */
export const id = () => uuid("id").primaryKey();

/** Whole fen or whole base units: never a float. */
export const whole = (name: string) => bigint(name, { mode: "bigint" });

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const moment = (name: string) => timestamp(name, { withTimezone: true });

export const createdAt = () => moment("created_at").notNull().defaultNow();

/** CHECK that a text column holds one word of a closed list. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`);
