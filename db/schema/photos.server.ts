import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { type PhotoSubject, photoSubjects } from "../vocabulary.ts";
import { createdAt, id, moment, oneOf } from "./columns.server.ts";
import { organizations, users } from "./people.server.ts";

/** A rectangle that is painted over before anybody outside may see the picture, in thousandths of its width and height. */
export interface Redaction {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A picture of what arrived, was damaged or handed on: always made anew from its pixels, so that nothing but pixels is
 * kept. `file` is only read with a session; `publicFile` is another file, with what was painted over really gone.
 */
export const photos = pgTable(
  "photos",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    subjectKind: text("subject_kind").$type<PhotoSubject>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** The delivery's line it shows, when it shows one. */
    lineN: integer("line_n"),
    file: text("file").notNull(),
    bytes: integer("bytes").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    redactions: jsonb("redactions").$type<Redaction[]>(),
    publicFile: text("public_file").unique("photo_public_file_once"),
    publishedBy: uuid("published_by").references(() => users.id),
    publishedAt: moment("published_at"),
    /** Null when a receiver without an account took it. */
    takenBy: uuid("taken_by").references(() => users.id),
    createdAt: createdAt(),
    removedAt: moment("removed_at"),
  },
  (table) => [
    oneOf("photo_subject_known", table.subjectKind, photoSubjects),
    check(
      "photo_published_after_review",
      sql`(${table.publicFile} is null) = (${table.publishedAt} is null) and (${table.publicFile} is null or ${table.redactions} is not null)`,
    ),
    index("photos_by_subject").on(table.subjectId),
  ],
);
