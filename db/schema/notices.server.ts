import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { type ClockStep, clockSteps, type NoticeKind, noticeKinds, type Role } from "../vocabulary.ts";
import { createdAt, id, moment, oneOf } from "./columns.server.ts";
import { organizations, users } from "./people.server.ts";

/** Hours that a step may take, where an organization does not keep to the default. */
export const clockTargets = pgTable(
  "clock_targets",
  {
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    step: text("step").$type<ClockStep>().notNull(),
    hours: integer("hours").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.step] }),
    oneOf("clock_step_known", table.step, clockSteps),
    check("clock_hours_sensible", sql`${table.hours} between 1 and 2000`),
  ],
);

/** What somebody at the desk should know or do. Said once for one occasion, however often it is looked for. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    kind: text("kind").$type<NoticeKind>().notNull(),
    /** Who holds the ball: everybody of this role, or of any role when null. */
    role: text("role").$type<Role>(),
    /** The page it leads to, and what the sentence names. */
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    detail: jsonb("detail").$type<Record<string, string | number>>().notNull(),
    occasion: text("occasion").notNull(),
    createdAt: createdAt(),
    /** Sent on to the organization's group chat. */
    sentAt: moment("sent_at"),
  },
  (table) => [
    oneOf("notice_kind_known", table.kind, noticeKinds),
    unique("notice_once").on(table.organizationId, table.kind, table.subjectId, table.occasion),
    index("notices_latest").on(table.organizationId, table.createdAt),
    index("notices_unsent")
      .on(table.organizationId)
      .where(sql`sent_at is null`),
  ],
);

export const noticeReads = pgTable(
  "notice_reads",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    /** Everything up to then was seen. */
    readAt: moment("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.organizationId] })],
);

/** An organization's group chat that notices go to (企业微信群机器人); the address is the secret. */
export const webhooks = pgTable("webhooks", {
  organizationId: uuid("organization_id")
    .primaryKey()
    .references(() => organizations.id),
  url: text("url").notNull(),
  createdBy: uuid("created_by").references(() => users.id),
  createdAt: createdAt(),
  lastFailure: text("last_failure"),
});
