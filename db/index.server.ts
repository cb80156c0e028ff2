import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { connect } from "./connect.server.ts";

export * from "./schema/tables.server.ts";

export type Database = PostgresJsDatabase;
/** A database transaction; verbs get theirs from `perform`, and hand it to steps. */
export type Tx = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];
/** What a query can be run on: the database itself, or a transaction. */
export type Reader = Database | Tx;

/** The open database. Set by `openDatabase`, before the first request. */
export let db: Database;
/** The same connections without Drizzle, for COPY and the like. */
export let client: Sql;

/** Opens the one pool of this process. `url` names the app's role, which owns no table. */
export function openDatabase(url: string, options: { max?: number } = {}): void {
  ({ db, sql: client } = connect(url, { max: options.max ?? 10 }));
}

/** Waits for queries in flight and closes the pool. */
export async function closeDatabase(): Promise<void> {
  await client?.end({ timeout: 10 });
}
