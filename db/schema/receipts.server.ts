import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { type DifferenceReason, differenceReasons, type Locale } from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { deliveries } from "./deliveries.server.ts";
import { organizations, users } from "./people.server.ts";

/** A phone that signed something: P-256, its private key never leaves it. */
export const devices = pgTable("devices", {
  id: id(),
  /** The public key as a JSON Web Key. */
  publicKey: jsonb("public_key").$type<JsonWebKey>().notNull(),
  createdAt: createdAt(),
});

/**
 * One signing at a door, with the exact words agreed to. A delivery that comes in parts has several; the last one closes
 * it. Append-only.
 */
export const receipts = pgTable(
  "receipts",
  {
    /** The request that signed. */
    id: id(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    n: integer("n").notNull(),
    /** More is still to come; the delivery stays on the road. */
    partial: boolean("partial").notNull(),
    name: text("name").notNull(),
    post: text("post"),
    locale: text("locale").$type<Locale>().notNull(),
    agreed: text("agreed").notNull(),
    /** Strokes drawn on the glass: an SVG path within 600 × 200. */
    signature: text("signature"),
    deviceId: uuid("device_id").references(() => devices.id),
    /** The phone's own clock, even when it is years wrong; null when it gave none. */
    deviceTime: moment("device_time"),
    occurredAt: moment("occurred_at").notNull(),
    recordedAt: moment("recorded_at").notNull().defaultNow(),
  },
  (table) => [
    unique("receipt_number_once").on(table.deliveryId, table.n),
    check("receipt_signature_small", sql`length(${table.signature}) <= 40000`),
  ],
);

/** What one signing counted of a line, in base units. Of a part only what came is counted, never what is missing. */
export const receiptLines = pgTable(
  "receipt_lines",
  {
    receiptId: uuid("receipt_id")
      .notNull()
      .references(() => receipts.id),
    lineN: integer("line_n").notNull(),
    good: whole("good").notNull(),
    short: whole("short").notNull(),
    damaged: whole("damaged").notNull(),
    extra: whole("extra").notNull(),
    reason: text("reason").$type<DifferenceReason>(),
    remark: text("remark"),
  },
  (table) => [
    primaryKey({ columns: [table.receiptId, table.lineN] }),
    oneOf("receipt_line_reason_known", table.reason, differenceReasons),
    check(
      "receipt_line_never_negative",
      sql`least(${table.good}, ${table.short}, ${table.damaged}, ${table.extra}) >= 0`,
    ),
  ],
);

/**
 * What a phone kept while it had no signal and the server then refused: a task for a person, never thrown away. The body
 * is as it was sent, without its PIN.
 */
export const strandedReports = pgTable(
  "stranded_reports",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    action: text("action").notNull(),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    refusal: text("refusal").notNull(),
    keptSince: moment("kept_since"),
    createdAt: createdAt(),
    settledAt: moment("settled_at"),
    settledBy: uuid("settled_by").references(() => users.id),
    settledNote: text("settled_note"),
  },
  (table) => [
    check(
      "stranded_settled_by_whom",
      sql`num_nonnulls(${table.settledAt}, ${table.settledBy}, ${table.settledNote}) in (0, 3)`,
    ),
    index("stranded_open")
      .on(table.organizationId)
      .where(sql`settled_at is null`),
    index("stranded_by_delivery").on(table.deliveryId),
  ],
);

/** The address of a gift, or of a promise, for its donor and whoever they show it to: random, names nobody. */
export const traceCodes = pgTable("trace_codes", {
  code: char("code", { length: 9 }).primaryKey(),
  /** A gift's id, or a promise's. */
  giftId: uuid("gift_id").notNull().unique("trace_code_one_a_gift"),
  createdAt: createdAt(),
});
