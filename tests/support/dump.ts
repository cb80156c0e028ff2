import postgres from "postgres";
import { testOwnerUrl } from "./database.ts";

/**
 * Everything this file's database holds, table by table and row by row as text, as a dump would; bytes are read as text
 * too, so that nothing hides in them. The server's own tables (statistics, catalogues) hold no rows of ours.
 */
export async function dumpOf(): Promise<string> {
  const sql = postgres(testOwnerUrl(), { max: 1, onnotice: () => {} });
  try {
    const tables = await sql<{ schema: string; name: string }[]>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;
    const parts: string[] = [];
    for (const { schema, name } of tables) {
      const rows = await sql<{ row: string }[]>`select t::text as row from ${sql(schema)}.${sql(name)} t`;
      parts.push(`${schema}.${name}`, ...rows.map(({ row }) => row));
    }
    const text = parts.join("\n");
    const inBytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = ""]) =>
      Buffer.from(hex, "hex").toString(),
    );
    return [text, ...inBytes].join("\n");
  } finally {
    await sql.end({ timeout: 5 });
  }
}
