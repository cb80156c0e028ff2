import { sql } from "drizzle-orm";
import {
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
import {
  type CaseDecision,
  caseDecisions,
  type CaseKind,
  caseKinds,
  type DifferenceReason,
  differenceReasons,
} from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { deliveries } from "./deliveries.server.ts";
import { items } from "./items.server.ts";
import { assets, entries } from "./ledger.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { transfers } from "./warehouse-acts.server.ts";

/** 差异单: something was missing, damaged, too much, or two reports disagree. Never closed without a decision. */
export const cases = pgTable(
  "cases",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    kind: text("kind").$type<CaseKind>().notNull(),
    deliveryId: uuid("delivery_id").references(() => deliveries.id),
    transferId: uuid("transfer_id").references(() => transfers.id),
    /** The delivery's line; null for a second report, which is about all of it. */
    lineN: integer("line_n"),
    itemId: uuid("item_id").references(() => items.id),
    /** Base units that differ. */
    quantity: whole("quantity"),
    reason: text("reason").$type<DifferenceReason>(),
    remark: text("remark"),
    /** Of a second report: both counts side by side, as plain JSON. */
    report: jsonb("report").$type<Record<string, unknown>>(),
    ownerId: uuid("owner_id").references(() => users.id),
    dueOn: date("due_on").notNull(),
    decision: text("decision").$type<CaseDecision>(),
    decisionNote: text("decision_note"),
    decidedBy: uuid("decided_by").references(() => users.id),
    decidedAt: moment("decided_at"),
    /** What the decision did to the books. */
    entryId: uuid("entry_id")
      .unique()
      .references(() => entries.id),
    replacementId: uuid("replacement_id").references(() => deliveries.id),
    closedBy: uuid("closed_by").references(() => users.id),
    closedAt: moment("closed_at"),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("case_kind_known", table.kind, caseKinds),
    oneOf("case_reason_known", table.reason, differenceReasons),
    oneOf("case_decision_known", table.decision, caseDecisions),
    check("case_of_one_journey", sql`num_nonnulls(${table.deliveryId}, ${table.transferId}) = 1`),
    check("case_closed_after_decision", sql`${table.closedAt} is null or ${table.decision} is not null`),
    check(
      "case_decided_with_note",
      sql`(${table.decision} is null) = (${table.decidedAt} is null) and (${table.decision} is null) = (${table.decisionNote} is null)`,
    ),
    unique("case_number_once").on(table.organizationId, table.number),
    index("cases_by_delivery").on(table.deliveryId),
    index("cases_by_transfer").on(table.transferId),
    index("cases_open")
      .on(table.organizationId, table.dueOn)
      .where(sql`closed_at is null`),
  ],
);

/** The lots of a case that stand in the dispute account until it is decided. */
export const caseLots = pgTable(
  "case_lots",
  {
    caseId: uuid("case_id")
      .notNull()
      .references(() => cases.id),
    assetId: whole("asset_id")
      .notNull()
      .references(() => assets.id),
    quantity: whole("quantity").notNull(),
    valueFen: whole("value_fen").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.assetId] }),
    check("case_lot_positive", sql`${table.quantity} > 0`),
  ],
);

/** What was said and found out about a case; append-only. */
export const caseNotes = pgTable(
  "case_notes",
  {
    id: id(),
    caseId: uuid("case_id")
      .notNull()
      .references(() => cases.id),
    text: text("text").notNull(),
    by: uuid("by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [index("case_notes_by_case").on(table.caseId)],
);
