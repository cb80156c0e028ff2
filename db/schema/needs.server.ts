import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { type NeedStatus, needStatuses } from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { items } from "./items.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { sites } from "./places.server.ts";

/** The address of a site's own page; a new one is handed out when the old one went astray. */
export const siteLinks = pgTable(
  "site_links",
  {
    id: id(),
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id),
    tokenHash: text("token_hash").notNull().unique("site_link_token_once"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [index("site_links_by_site").on(table.siteId)],
);

/** What a site asks for. The 48-hour clock starts with it: asked, stock checked, ordered, on the road, received. */
export const needs = pgTable(
  "needs",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id),
    status: text("status").$type<NeedStatus>().notNull(),
    /** How many people it is for, when the site said so. */
    people: integer("people"),
    neededBy: date("needed_by"),
    note: text("note"),
    /** Who asked at the site, by post rather than by name where both are known; null when somebody at the desk did. */
    askedBy: text("asked_by"),
    createdBy: uuid("created_by").references(() => users.id),
    askedAt: moment("asked_at").notNull(),
    checkedAt: moment("checked_at"),
    checkedBy: uuid("checked_by").references(() => users.id),
    /** What the site is told: what can come and when, or why not. */
    answer: text("answer"),
    closedAt: moment("closed_at"),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("need_status_known", table.status, needStatuses),
    check("need_people_positive", sql`${table.people} > 0`),
    check("need_declined_with_answer", sql`${table.status} <> 'declined' or ${table.answer} is not null`),
    unique("need_number_once").on(table.organizationId, table.number),
    index("needs_by_site").on(table.siteId),
    index("needs_by_status").on(table.organizationId, table.status),
  ],
);

/** One thing asked for: an item of the catalogue, or a wish in the site's own words. */
export const needLines = pgTable(
  "need_lines",
  {
    needId: uuid("need_id")
      .notNull()
      .references(() => needs.id),
    n: integer("n").notNull(),
    itemId: uuid("item_id").references((): AnyPgColumn => items.id),
    wish: text("wish").notNull(),
    quantity: whole("quantity").notNull(),
    unit: text("unit").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.needId, table.n] }),
    check("need_quantity_positive", sql`${table.quantity} > 0`),
  ],
);
