import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { type CampaignKind, campaignKinds, type DeadlineRule, deadlineRules } from "../vocabulary.ts";
import { bytes, createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { gifts } from "./gifts.server.ts";
import { organizations, responses, users } from "./people.server.ts";

/** 公募活动、慈善项目: what the law's clocks run for. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    kind: text("kind").$type<CampaignKind>().notNull(),
    name: text("name").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    /** In the 应急处置与救援阶段 of a major emergency (慈善法 art. 72–73): the short clocks run. */
    emergency: boolean("emergency").notNull(),
    emergencyEndsOn: date("emergency_ends_on"),
    /** 备案编号, once the plan is filed, and when. */
    filingNumber: text("filing_number"),
    filedOn: date("filed_on"),
    /** Whether money or goods are left when it is over. */
    surplus: boolean("surplus").notNull().default(false),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("campaign_kind_known", table.kind, campaignKinds),
    check("campaign_ends_after_start", sql`${table.endsOn} >= ${table.startsOn}`),
    check("campaign_filed_with_number", sql`(${table.filingNumber} is null) = (${table.filedOn} is null)`),
    unique("campaign_once").on(table.organizationId, table.responseId, table.name),
  ],
);

/**
 * One published report, frozen at a size of the log. A mistake is mended by the next version, with its 更正说明; the one
 * before keeps its address.
 */
export const publications = pgTable(
  "publications",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    campaignId: uuid("campaign_id").references(() => campaigns.id),
    /** 第 N 期. */
    issue: integer("issue").notNull(),
    version: integer("version").notNull(),
    periodFrom: date("period_from").notNull(),
    periodTo: date("period_to").notNull(),
    /** What stands in it is a function of leaves 0 … logSize − 1. */
    logSize: whole("log_size").notNull(),
    checkpoint: text("checkpoint").notNull(),
    /** Every figure it prints, whole fen and base units as text: what its files are made from. */
    figures: jsonb("figures").$type<Record<string, unknown>>().notNull(),
    correction: text("correction"),
    corrects: uuid("corrects").unique("publication_corrected_once"),
    preparedBy: uuid("prepared_by").references(() => users.id),
    publishedBy: uuid("published_by").references(() => users.id),
    publishedAt: moment("published_at").notNull().defaultNow(),
  },
  (table) => [
    unique("publication_once").on(table.organizationId, table.responseId, table.issue, table.version),
    check("publication_period", sql`${table.periodTo} >= ${table.periodFrom}`),
    check(
      "publication_correction_has_reason",
      sql`(${table.version} = 1) = (${table.corrects} is null) and (${table.corrects} is null) = (${table.correction} is null)`,
    ),
  ],
);

/** The files of a publication; each is kept by its content and never changes. */
export const publicationFiles = pgTable(
  "publication_files",
  {
    publicationId: uuid("publication_id")
      .notNull()
      .references(() => publications.id),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: bytes("sha256").notNull(),
    file: text("file").notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.name] })],
);

/** What the law asks to be published by when, as it was worked out and what it was worked out with. */
export const deadlines = pgTable(
  "deadlines",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    rule: text("rule").$type<DeadlineRule>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    startsOn: date("starts_on").notNull(),
    dueOn: date("due_on").notNull(),
    /** The calendar it was counted with; says so when a year's holidays were missing. */
    computedWith: text("computed_with").notNull(),
    satisfiedOn: date("satisfied_on"),
    /** The publication, answer or filing that satisfied it. */
    satisfiedBy: uuid("satisfied_by"),
    satisfiedNote: text("satisfied_note"),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("deadline_rule_known", table.rule, deadlineRules),
    unique("deadline_once").on(table.organizationId, table.rule, table.subjectId, table.startsOn),
    check(
      "deadline_satisfied_somehow",
      sql`${table.satisfiedOn} is null or num_nonnulls(${table.satisfiedBy}, ${table.satisfiedNote}) > 0`,
    ),
    index("deadlines_open")
      .on(table.organizationId, table.dueOn)
      .where(sql`satisfied_on is null`),
  ],
);

/** Days that differ from what the calendar says, or that it does not know yet. */
export const calendarDays = pgTable("calendar_days", {
  day: date("day").primaryKey(),
  workday: boolean("workday").notNull(),
  source: text("source").notNull(),
});

/** A donor asks where the gift went; ten working days (上海市慈善条例 art. 53), and the answer is kept. */
export const donorQuestions = pgTable(
  "donor_questions",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    giftId: uuid("gift_id")
      .notNull()
      .references(() => gifts.id),
    question: text("question").notNull(),
    askedAt: moment("asked_at").notNull().defaultNow(),
    answer: text("answer"),
    answeredBy: uuid("answered_by").references(() => users.id),
    answeredAt: moment("answered_at"),
  },
  (table) => [
    check(
      "question_answered_by_whom",
      sql`num_nonnulls(${table.answer}, ${table.answeredBy}, ${table.answeredAt}) in (0, 3)`,
    ),
    index("questions_by_gift").on(table.giftId),
    index("questions_open")
      .on(table.organizationId)
      .where(sql`answer is null`),
  ],
);

/** Proof that personal data of a response was destroyed: what, how much, when, by whom. */
export const destructions = pgTable(
  "destructions",
  {
    id: id(),
    number: text("number").notNull().unique("destruction_number_once"),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    counts: jsonb("counts").$type<Record<string, number>>().notNull(),
    reason: text("reason").notNull(),
    destroyedBy: uuid("destroyed_by").references(() => users.id),
    destroyedAt: moment("destroyed_at").notNull().defaultNow(),
  },
  (table) => [index("destructions_by_response").on(table.responseId)],
);
