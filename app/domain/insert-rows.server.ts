import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db";

const CHUNK = 1_000;

/**
 * Inserts any number of rows, a thousand with each statement. They travel as one JSON text: a parameter for each value
 * would have to be built, described and planned anew, which for ten thousand rows holds the event loop up for seconds.
 * A column that no row names gets its default.
 */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    await insertChunk(tx, table, rows.slice(at, at + CHUNK));
  }
}

async function insertChunk(tx: Tx, table: PgTable, rows: readonly object[]): Promise<void> {
  const named = keysOf(rows);
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => named.has(key));
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const keys = columns.map(([key]) => sql.identifier(key));
  const types = columns.map(([key, column]) => sql`${sql.identifier(key)} ${sql.raw(column.getSQLType())}`);
  await tx.execute(sql`
    insert into ${table} (${sql.join(names, sql`, `)})
    select ${sql.join(keys, sql`, `)}
    from json_to_recordset(${toJson(rows)}::json) as t (${sql.join(types, sql`, `)})`);
}

function keysOf(rows: readonly object[]): Set<string> {
  const keys = new Set<string>();
  for (const row of rows)
    for (const [key, value] of Object.entries(row)) if (value !== undefined) keys.add(key);
  return keys;
}

const toJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
