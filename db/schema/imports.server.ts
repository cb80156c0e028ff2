import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { importStatuses, type ImportStatus } from "../vocabulary.ts";
import { createdAt, id, moment, oneOf } from "./columns.server.ts";
import { organizations, users } from "./people.server.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A workbook on its way into the books: kept until it is committed, then only its fingerprint. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    fileName: text("file_name").notNull(),
    file: bytes("file"),
    /** SHA-256 over the recognised cells: a file saved anew is still the same file. */
    contentHash: text("content_hash").notNull(),
    status: text("status").$type<ImportStatus>().notNull(),
    /** What a person decided about columns and sheets, over what was guessed. */
    mapping: jsonb("mapping")
      .notNull()
      .default(sql`'{}'::jsonb`),
    publishDonorNames: boolean("publish_donor_names").notNull().default(false),
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    /** What was read, and what stands in the way: a WorkbookSummary. */
    summary: jsonb("summary").notNull(),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
    committedAt: moment("committed_at"),
  },
  (table) => [
    oneOf("import_status_known", table.status, importStatuses),
    uniqueIndex("import_committed_once")
      .on(table.organizationId, table.contentHash)
      .where(sql`status = 'committed'`),
  ],
);

/** What the public reads, computed once per change of the journal and never per visitor. */
export const publicSummaries = pgTable("public_summaries", {
  key: text("key").primaryKey(),
  /** The journal's last entry that this summary has seen. */
  asOfSeq: bigint("as_of_seq", { mode: "bigint" }).notNull(),
  computedAt: moment("computed_at").notNull(),
  body: jsonb("body").notNull(),
});
