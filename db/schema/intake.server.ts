import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  type ConsignmentStatus,
  consignmentStatuses,
  type RefusalAction,
  refusalActions,
  type RefusalReason,
  refusalReasons,
  type ValueBasis,
  valueBases,
} from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { gifts, pledges } from "./gifts.server.ts";
import { items } from "./items.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { warehouses } from "./places.server.ts";

/** Goods on their way to a warehouse's door, announced or not. In the books only when they are counted and checked. */
export const consignments = pgTable(
  "consignments",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    warehouseId: uuid("warehouse_id")
      .notNull()
      .references(() => warehouses.id),
    status: text("status").$type<ConsignmentStatus>().notNull(),
    pledgeId: uuid("pledge_id").references(() => pledges.id),
    /** Null: nobody knows yet, or anonymous. */
    donor: text("donor"),
    expectedOn: date("expected_on"),
    expectedBoxes: integer("expected_boxes"),
    note: text("note"),
    /** SHA-256 of the link's token, by which the donor fills in what is coming without an account. */
    linkHash: text("link_hash").unique("consignment_link_once"),
    linkExpiresAt: moment("link_expires_at"),
    donorFilledAt: moment("donor_filled_at"),
    arrivedAt: moment("arrived_at"),
    /** Who counted, and who checked the count: two people, or an emergency with its reason. */
    preparedBy: uuid("prepared_by").references(() => users.id),
    checkedBy: uuid("checked_by").references(() => users.id),
    checkedAt: moment("checked_at"),
    overrideReason: text("override_reason"),
    giftId: uuid("gift_id").references(() => gifts.id),
    cancelledReason: text("cancelled_reason"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("consignment_status_known", table.status, consignmentStatuses),
    check(
      "consignment_duties_apart",
      sql`${table.checkedBy} <> ${table.preparedBy} or ${table.overrideReason} is not null`,
    ),
    check(
      "consignment_cancelled_with_reason",
      sql`(${table.status} = 'cancelled') = (${table.cancelledReason} is not null)`,
    ),
    unique("consignment_number_once").on(table.organizationId, table.number),
    index("consignments_by_status").on(table.warehouseId, table.status),
  ],
);

/** What is said to come, and what was counted; base units. */
export const consignmentLines = pgTable(
  "consignment_lines",
  {
    consignmentId: uuid("consignment_id")
      .notNull()
      .references(() => consignments.id),
    n: integer("n").notNull(),
    /** As the donor named it; the catalogue's item when it is known. */
    item: text("item").notNull(),
    itemId: uuid("item_id").references(() => items.id),
    unit: text("unit").notNull(),
    specification: text("specification"),
    packName: text("pack_name"),
    packSize: whole("pack_size"),
    /** Null: not announced, found at the door. */
    expected: whole("expected"),
    counted: whole("counted")
      .notNull()
      .default(sql`0`),
    lotNumber: text("lot_number"),
    expiresOn: date("expires_on"),
    valueFen: whole("value_fen"),
    valueBasis: text("value_basis").$type<ValueBasis>(),
    restrictedTo: text("restricted_to"),
  },
  (table) => [
    primaryKey({ columns: [table.consignmentId, table.n] }),
    oneOf("consignment_value_basis_known", table.valueBasis, valueBases),
    check("consignment_counted_never_negative", sql`${table.counted} >= 0 and ${table.expected} > 0`),
    check(
      "consignment_pack_whole",
      sql`(${table.packName} is null) = (${table.packSize} is null) and (${table.packSize} is null or ${table.packSize} > 0)`,
    ),
  ],
);

/** What was not taken in, or taken in and held back, and why: what the donor is told. */
export const consignmentRefusals = pgTable(
  "consignment_refusals",
  {
    id: id(),
    consignmentId: uuid("consignment_id")
      .notNull()
      .references(() => consignments.id),
    lineN: integer("line_n"),
    item: text("item").notNull(),
    unit: text("unit").notNull(),
    quantity: whole("quantity").notNull(),
    action: text("action").$type<RefusalAction>().notNull(),
    reason: text("reason").$type<RefusalReason>().notNull(),
    note: text("note"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("refusal_action_known", table.action, refusalActions),
    oneOf("refusal_reason_known", table.reason, refusalReasons),
    check("refusal_quantity_positive", sql`${table.quantity} > 0`),
    index("refusals_by_consignment").on(table.consignmentId),
  ],
);
