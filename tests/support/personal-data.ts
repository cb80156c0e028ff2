import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import { asOwner } from "./log.ts";

/** Any of these in what the public reads means that something personal came out. */
export const PLANTED = /王小明|13812345678|310101199001011237|沪A12345|浦东大道1号301室/g;

/** A name, a telephone number, an ID number, a plate and an address, and where they were planted. */
const marker = "王小明 13812345678 310101199001011237 沪A12345 浦东大道1号301室";

/**
 * Text that is published by its nature, or that official tables print. A fund is called by its restriction. `users.name` of whoever draws up a
 * report stands in its 制表, so it is planted in everybody else (`exceptUserId`).
 */
const published = new Set([
  ...[
    "campaigns.name",
    "campaigns.filing_number",
    "committees.name",
    "townships.name",
    "sites.name",
    "warehouses.name",
  ],
  ...[
    "responses.name",
    "responses.name_en",
    "organizations.name",
    "organizations.hotline",
    "calendar_days.source",
  ],
  ...["items.name", "items.base_unit", "items.specification", "items.pack_name", "delivery_lines.pack_name"],
  ...[
    "source_lots.pack_name",
    "source_lots.specification",
    "source_lots.lot_number",
    "restrictions.text",
    "funds.name",
  ],
  ...["payments.purpose", "publications.correction", "deliveries.receiver_post", "destructions.reason"],
]);

/** Keys, hashes, codes and numbers that the program makes, never what somebody typed. */
const technical =
  /\.(kind|.*_kind|status|role|step|number|.*_hash|id_hash|key|verifier_key|note_hash|file|public_file|media_type|locale|basis|computed_with|rule)$|^(log_|rate_limits|public_summaries|publication_files|publications|requests|audit\.(action|asker)|notices\.occasion|destructions\.counts|document_numbers)/;

/**
 * Writes the marker over every text that somebody can enter, in every row there is, and into every JSON object, as the
 * database's owner: columns that only hold words of a closed list refuse it, and keep what they have. A column that is
 * new is planted too, unless it is named above. Answers what was planted, "table.column".
 */
export async function plantEverywhere(exceptUserId: string): Promise<Set<string>> {
  const columns = await db.execute<{ name: string; of: string; json: boolean }>(sql`
    select c.column_name as name, c.table_name as of, c.data_type = 'jsonb' as json
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')`);
  const planted = new Set<string>();
  for (const { name, of, json } of columns) {
    const column = `${of}.${name}`;
    const isNumberOfPass = column === "passes.number";
    if (published.has(column) || (technical.test(column) && !isNumberOfPass)) continue;
    const [table, field] = [sql.identifier(of), sql.identifier(name)];
    const words = sql`${`${marker} ${column} `} || ctid::text`;
    const value = json ? sql`${field} || jsonb_build_object('planted', ${words})` : words;
    const where = [
      ...(json ? [sql`jsonb_typeof(${field}) = 'object'`] : []),
      ...(of === "users" ? [sql`id <> ${exceptUserId}::uuid`] : []),
    ];
    const write = (...more: SQL[]) =>
      asOwner((tx) =>
        tx.execute(sql`
          update ${table} set ${field} = ${value}
          where ${sql.join([sql`true`, ...where, ...more], sql` and `)} returning 1`),
      ).catch((error: unknown) => {
        if (isCheckViolation(error)) return undefined;
        throw error;
      });
    // Where nothing may stand (a reason without its act), what stands elsewhere is written over.
    const rows = (await write()) ?? (await write(sql`${field} is not null`)) ?? [];
    if (rows.length > 0) planted.add(column);
  }
  await asOwner((tx) => tx.execute(sql`update donors set publish_name = false`));
  return planted;
}

const isCheckViolation = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  "code" in error.cause &&
  error.cause.code === "23514";

/** Every row of every table as text: what a dump of the database holds, without a tool for dumps. */
export async function* everyTable(): AsyncGenerator<{ table: string; text: string }> {
  const tables = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  for (const { name } of tables) {
    const rows = await db.execute<{ row: string }>(
      sql`select row_to_json(t)::text as row from ${sql.identifier(name)} t`,
    );
    yield { table: name, text: rows.map(({ row }) => row).join("\n") };
  }
}
