import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { type BeneficiaryGroup, beneficiaryGroups } from "../vocabulary.ts";
import { bytes, createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { deliveries } from "./deliveries.server.ts";
import { entries } from "./ledger.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { sites } from "./places.server.ts";

/** Handing on to people: how many households and people, never who. */
export const handOvers = pgTable(
  "hand_overs",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    households: integer("households").notNull(),
    people: integer("people").notNull(),
    handedOn: date("handed_on").notNull(),
    /** How those who got something were chosen: 全小区每户一份、独居老人优先. */
    basis: text("basis"),
    note: text("note"),
    /** The register it was counted back from. */
    registerId: uuid("register_id")
      .unique("hand_over_register_once")
      .references(() => registers.id),
    entryId: uuid("entry_id")
      .notNull()
      .unique()
      .references(() => entries.id),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      "hand_over_counts_people",
      sql`${table.households} >= 0 and ${table.people} >= ${table.households} and ${table.people} > 0`,
    ),
    unique("hand_over_number_once").on(table.organizationId, table.number),
    index("hand_overs_by_delivery").on(table.deliveryId),
  ],
);

/** Of a hand-over: how many of which group. Groups overlap, so they are not added up. */
export const handOverGroups = pgTable(
  "hand_over_groups",
  {
    handOverId: uuid("hand_over_id")
      .notNull()
      .references(() => handOvers.id),
    group: text("group").$type<BeneficiaryGroup>().notNull(),
    people: integer("people").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.handOverId, table.group] }),
    oneOf("hand_over_group_known", table.group, beneficiaryGroups),
    check("hand_over_group_positive", sql`${table.people} > 0`),
  ],
);

/** 发放登记册: who is to get what at a site, by building and door, printed to be ticked off and counted back. */
export const registers = pgTable(
  "registers",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    basis: text("basis").notNull(),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
    /** Its names are gone for good; what was counted stays. */
    destroyedAt: moment("destroyed_at"),
  },
  (table) => [
    unique("register_number_once").on(table.organizationId, table.number),
    index("registers_by_site").on(table.siteId),
    index("registers_by_delivery").on(table.deliveryId),
  ],
);

/** A line of the register: one household, or so many people of one group in one building. */
export const registerRows = pgTable(
  "register_rows",
  {
    registerId: uuid("register_id")
      .notNull()
      .references(() => registers.id),
    n: integer("n").notNull(),
    building: text("building").notNull(),
    group: text("group").$type<BeneficiaryGroup>(),
    households: integer("households").notNull(),
    people: integer("people").notNull(),
    /** Door, name, telephone: encrypted with the response's sealing key; null when the site keeps none, or destroyed. */
    sealed: bytes("sealed"),
  },
  (table) => [
    primaryKey({ columns: [table.registerId, table.n] }),
    oneOf("register_row_group_known", table.group, beneficiaryGroups),
    check("register_row_counts_people", sql`${table.households} >= 0 and ${table.people} > 0`),
  ],
);

/** What a row is to get of each line of the delivery, and what it got when it was counted back, in base units. */
export const registerShares = pgTable(
  "register_shares",
  {
    registerId: uuid("register_id")
      .notNull()
      .references(() => registers.id),
    rowN: integer("row_n").notNull(),
    lineN: integer("line_n").notNull(),
    quantity: whole("quantity").notNull(),
    given: whole("given"),
  },
  (table) => [
    primaryKey({ columns: [table.registerId, table.rowN, table.lineN] }),
    check("register_share_never_negative", sql`${table.quantity} >= 0 and ${table.given} >= 0`),
  ],
);

/**
 * What personal data of a response is encrypted with, itself encrypted with the server's secret. Destroying the key
 * destroys what it sealed (突发事件应对法 art. 85).
 */
export const sealingKeys = pgTable("sealing_keys", {
  responseId: uuid("response_id")
    .primaryKey()
    .references(() => responses.id),
  sealedKey: bytes("sealed_key"),
  createdAt: createdAt(),
  destroyedAt: moment("destroyed_at"),
  destroyedBy: uuid("destroyed_by").references(() => users.id),
});
