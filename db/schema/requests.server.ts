import { sql } from "drizzle-orm";
import { bigint, index, json, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt } from "./columns.server.ts";

/** Idempotency: a request id is unique for ever; the same id with the same body gets the first answer again. */
export const requests = pgTable("requests", {
  id: uuid("id").primaryKey(),
  action: text("action").notNull(),
  /** Who asked: `user:<id>`, `token:<id>`, `receiver:<code>`, `system:<job>`. */
  asker: text("asker").notNull(),
  bodyHash: bytes("body_hash").notNull(),
  // As text, so that the first answer is given again to the letter.
  response: json("response"),
  createdAt: createdAt(),
});

/** Who did what, when, to what: written in the transaction it speaks of. */
export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: createdAt(),
    action: text("action").notNull(),
    asker: text("asker").notNull(),
    organizationId: uuid("organization_id"),
    subjectId: uuid("subject_id"),
    requestId: uuid("request_id").notNull(),
    detail: jsonb("detail")
      .notNull()
      .default(sql`'{}'::jsonb`),
  },
  (table) => [
    index("audit_by_subject").on(table.subjectId),
    index("audit_by_organization").on(table.organizationId, table.id),
  ],
);
