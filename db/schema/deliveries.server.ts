import { sql } from "drizzle-orm";
import {
  char,
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
import {
  deliveryStatuses,
  type DeliveryStatus,
  differenceReasons,
  type DifferenceReason,
} from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { items } from "./items.server.ts";
import { accounts, assets } from "./ledger.server.ts";
import { needs } from "./needs.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { sites, warehouses } from "./places.server.ts";

export const deliveries = pgTable(
  "deliveries",
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
    siteId: uuid("site_id")
      .notNull()
      .references(() => sites.id),
    status: text("status").$type<DeliveryStatus>().notNull(),
    /** Goods on the road. */
    accountId: whole("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    boxes: integer("boxes").notNull(),
    /** What the label's QR says; replaced when a label is revoked. */
    code: char("code", { length: 9 }).notNull().unique("delivery_code_once"),
    /** Four digits, passed on by the sender, never printed on the label. */
    pin: char("pin", { length: 4 }).notNull(),
    pinFailures: integer("pin_failures").notNull().default(0),
    /** After too many wrong PINs from strangers the receiver's own telephone number is asked for too; wrong ones since. */
    guardFailures: integer("guard_failures").notNull().default(0),
    plannedOn: date("planned_on").notNull(),
    /** Somebody takes its goods off the shelves; done when the last is packed. */
    pickingSince: moment("picking_since"),
    pickedAt: moment("picked_at"),
    pickedBy: uuid("picked_by").references(() => users.id),
    dispatchedAt: moment("dispatched_at"),
    dispatchedBy: uuid("dispatched_by").references(() => users.id),
    confirmedAt: moment("confirmed_at"),
    confirmedByUser: uuid("confirmed_by_user").references(() => users.id),
    receiverName: text("receiver_name"),
    receiverPost: text("receiver_post"),
    cancelledAt: moment("cancelled_at"),
    cancelledReason: text("cancelled_reason"),
    note: text("note"),
    /** What the site asked for, when it is the answer to that. */
    needId: uuid("need_id").references(() => needs.id),
    importId: uuid("import_id"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("delivery_status_known", table.status, deliveryStatuses),
    check("delivery_boxes_positive", sql`${table.boxes} > 0`),
    check(
      "delivery_dispatched_when",
      sql`${table.status} not in ('dispatched', 'confirmed') or ${table.dispatchedAt} is not null`,
    ),
    check(
      "delivery_confirmed_by_whom",
      sql`${table.status} <> 'confirmed' or (${table.confirmedAt} is not null and ${table.receiverName} is not null)`,
    ),
    /** Whoever sends a delivery never confirms it. */
    check("delivery_duties_apart", sql`${table.confirmedByUser} <> ${table.dispatchedBy}`),
    unique("delivery_number_once").on(table.organizationId, table.number),
    index("deliveries_by_status").on(table.organizationId, table.status),
    index("deliveries_by_site").on(table.siteId),
    index("deliveries_by_need").on(table.needId),
    index("deliveries_by_dispatch").on(table.organizationId, table.dispatchedAt),
    index("deliveries_by_confirmation").on(table.confirmedAt),
  ],
);

/** What the receiver counts: one line per item. */
export const deliveryLines = pgTable(
  "delivery_lines",
  {
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    n: integer("n").notNull(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => items.id),
    quantity: whole("quantity").notNull(),
    packName: text("pack_name"),
    packSize: whole("pack_size"),
    valueFen: whole("value_fen").notNull(),
    /** Why its lots are not the ones the picking rule would have taken. */
    pickReason: text("pick_reason"),
    /** Good so far, by the receipts for parts; the rest is on the road. */
    partly: whole("partly")
      .notNull()
      .default(sql`0`),
    good: whole("good"),
    short: whole("short"),
    damaged: whole("damaged"),
    extra: whole("extra"),
    reason: text("reason").$type<DifferenceReason>(),
    remark: text("remark"),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.n] }),
    oneOf("delivery_line_reason_known", table.reason, differenceReasons),
    check("delivery_line_partly_within", sql`${table.partly} between 0 and ${table.quantity}`),
    check("delivery_line_quantity_positive", sql`${table.quantity} > 0`),
    check(
      "delivery_line_adds_up",
      sql`${table.good} is null or (${table.good} >= 0 and ${table.short} >= 0 and ${table.damaged} >= 0 and ${table.extra} >= 0 and ${table.good} + ${table.short} + ${table.damaged} = ${table.quantity})`,
    ),
    check(
      "delivery_line_difference_has_reason",
      sql`coalesce(${table.short}, 0) + coalesce(${table.damaged}, 0) + coalesce(${table.extra}, 0) = 0 or ${table.reason} is not null`,
    ),
  ],
);

/** Which source lots a line was picked from, and why when it departs from first-expired-first-out. */
export const deliveryPicks = pgTable(
  "delivery_picks",
  {
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    n: integer("n").notNull(),
    lineN: integer("line_n").notNull(),
    assetId: whole("asset_id")
      .notNull()
      .references(() => assets.id),
    fromAccount: whole("from_account")
      .notNull()
      .references(() => accounts.id),
    quantity: whole("quantity").notNull(),
    valueFen: whole("value_fen").notNull(),
    /** Base units that were really taken off the shelf; until then they stand in their old place. */
    picked: whole("picked")
      .notNull()
      .default(sql`0`),
    /** Of this pick: handed to the site in good state, and handed on to households since. */
    good: whole("good")
      .notNull()
      .default(sql`0`),
    handedOver: whole("handed_over")
      .notNull()
      .default(sql`0`),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.n] }),
    check("delivery_pick_quantity_positive", sql`${table.quantity} > 0`),
    check("delivery_pick_picked_within", sql`${table.picked} between 0 and ${table.quantity}`),
    check(
      "delivery_pick_handed_over_within",
      sql`0 <= ${table.handedOver} and ${table.handedOver} <= ${table.good} and ${table.good} <= ${table.quantity}`,
    ),
    index("delivery_picks_by_asset").on(table.assetId),
  ],
);

/** Codes of labels that were replaced: kept, so that scanning one says so instead of "unknown". */
export const revokedCodes = pgTable("revoked_codes", {
  code: char("code", { length: 9 }).primaryKey(),
  deliveryId: uuid("delivery_id")
    .notNull()
    .references(() => deliveries.id),
  reason: text("reason").notNull(),
  createdAt: createdAt(),
});
