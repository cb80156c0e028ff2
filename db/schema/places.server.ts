import { sql } from "drizzle-orm";
import { char, check, date, index, integer, pgTable, text, time, unique, uuid } from "drizzle-orm/pg-core";
import { siteKinds, type SiteKind } from "../vocabulary.ts";
import { createdAt, id, oneOf, whole } from "./columns.server.ts";
import { accounts } from "./ledger.server.ts";
import { organizations } from "./people.server.ts";

/** 街镇: the 12 subdistricts and 24 towns of Pudong; `code` is the 9-digit division code. */
export const townships = pgTable("townships", {
  code: char("code", { length: 9 }).primaryKey(),
  name: text("name").notNull(),
});

/** 居委会/村委会; `code` is the 12-digit statistical division code. */
export const committees = pgTable(
  "committees",
  {
    code: char("code", { length: 12 }).primaryKey(),
    name: text("name").notNull(),
    townshipCode: char("township_code", { length: 9 })
      .notNull()
      .references(() => townships.code),
  },
  (table) => [index("committees_by_township").on(table.townshipCode)],
);

/** A place goods are sent to: a compound, a committee, a field hospital, a hospital. */
export const sites = pgTable(
  "sites",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    kind: text("kind").$type<SiteKind>().notNull(),
    townshipCode: char("township_code", { length: 9 })
      .notNull()
      .references(() => townships.code),
    committeeCode: char("committee_code", { length: 12 }).references(() => committees.code),
    address: text("address"),
    contactName: text("contact_name"),
    contactPhone: text("contact_phone"),
    /** Receiving hours of the day, Shanghai time, and what the driver must know: 后门卸货、要预约. */
    receivesFrom: time("receives_from"),
    receivesTo: time("receives_to"),
    unloading: text("unloading"),
    accountId: whole("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    householdsAccountId: whole("households_account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    /** Nothing is sent there any more. */
    closedOn: date("closed_on"),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("site_kind_known", table.kind, siteKinds),
    unique("site_once").on(table.organizationId, table.townshipCode, table.name),
  ],
);

export const warehouses = pgTable(
  "warehouses",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    address: text("address"),
    dockAccountId: whole("dock_account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    stagingAccountId: whole("staging_account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    quarantineAccountId: whole("quarantine_account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [unique("warehouse_once").on(table.organizationId, table.name)],
);

export const bins = pgTable(
  "bins",
  {
    id: id(),
    warehouseId: uuid("warehouse_id")
      .notNull()
      .references(() => warehouses.id),
    name: text("name").notNull(),
    zone: text("zone"),
    /** How many boxes fit, when somebody counted. */
    capacity: integer("capacity"),
    accountId: whole("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    check("bin_capacity_positive", sql`${table.capacity} > 0`),
    unique("bin_once").on(table.warehouseId, table.name),
  ],
);
