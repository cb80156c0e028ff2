import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  char,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { type BoxEventKind, boxEventKinds, type BoxKind, boxKinds } from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { deliveries } from "./deliveries.server.ts";
import { consignments } from "./intake.server.ts";
import { accounts, assets } from "./ledger.server.ts";
import { organizations, responses } from "./people.server.ts";
import { bins, warehouses } from "./places.server.ts";
import { transfers } from "./warehouse-acts.server.ts";

/** A box or a pallet with a label on it. What it holds is in `box_contents`; an unknown sealed box holds nothing yet. */
export const boxes = pgTable(
  "boxes",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    warehouseId: uuid("warehouse_id")
      .notNull()
      .references(() => warehouses.id),
    kind: text("kind").$type<BoxKind>().notNull(),
    /** The pallet it stands on. */
    palletId: uuid("pallet_id").references((): AnyPgColumn => boxes.id),
    /** Where it stands: a dock, a bin, the packing area, quarantine, a delivery, a transfer. */
    accountId: whole("account_id")
      .notNull()
      .references(() => accounts.id),
    consignmentId: uuid("consignment_id").references(() => consignments.id),
    /** The consignment's line it was counted as, and its base units, until the consignment is in the books. */
    consignmentLine: integer("consignment_line"),
    counted: whole("counted"),
    deliveryId: uuid("delivery_id").references(() => deliveries.id),
    loadedAt: moment("loaded_at"),
    transferId: uuid("transfer_id").references(() => transfers.id),
    /** What can be seen of an unknown box from outside. */
    note: text("note"),
    weightGrams: integer("weight_grams"),
    /** Nothing is in it any more. */
    emptiedAt: moment("emptied_at"),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("box_kind_known", table.kind, boxKinds),
    check("box_weight_positive", sql`${table.weightGrams} > 0`),
    check(
      "box_counted_as_line",
      sql`(${table.consignmentLine} is null) = (${table.counted} is null) and (${table.counted} is null or ${table.counted} > 0)`,
    ),
    index("boxes_by_place").on(table.accountId),
    index("boxes_by_warehouse").on(table.warehouseId),
    index("boxes_by_consignment").on(table.consignmentId),
    index("boxes_by_delivery").on(table.deliveryId),
    index("boxes_by_pallet").on(table.palletId),
  ],
);

/** Base units of a source lot in a box. What stands in a place beyond its boxes is loose. */
export const boxContents = pgTable(
  "box_contents",
  {
    boxId: uuid("box_id")
      .notNull()
      .references(() => boxes.id),
    assetId: whole("asset_id")
      .notNull()
      .references(() => assets.id),
    quantity: whole("quantity").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.boxId, table.assetId] }),
    check("box_content_positive", sql`${table.quantity} > 0`),
    index("box_contents_by_asset").on(table.assetId),
  ],
);

/** A code on paper: of a box, a bin or a lot; blank until it is stuck on a box. Never used twice, never deleted. */
export const labels = pgTable(
  "labels",
  {
    code: char("code", { length: 9 }).primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    boxId: uuid("box_id").references(() => boxes.id),
    binId: uuid("bin_id").references(() => bins.id),
    assetId: whole("asset_id").references(() => assets.id),
    /** The run it was printed in. */
    runId: uuid("run_id"),
    revokedAt: moment("revoked_at"),
    revokedReason: text("revoked_reason"),
    replacedBy: char("replaced_by", { length: 9 }).references((): AnyPgColumn => labels.code),
    createdAt: createdAt(),
  },
  (table) => [
    check("label_one_subject", sql`num_nonnulls(${table.boxId}, ${table.binId}, ${table.assetId}) <= 1`),
    check("label_revoked_with_reason", sql`(${table.revokedAt} is null) = (${table.revokedReason} is null)`),
    index("labels_by_box").on(table.boxId),
    index("labels_by_bin").on(table.binId),
    index("labels_by_asset").on(table.assetId),
    index("labels_by_run").on(table.runId),
    index("labels_blank")
      .on(table.organizationId)
      .where(sql`box_id is null and bin_id is null and asset_id is null and revoked_at is null`),
  ],
);

/** Who did what with a box, when, and what it was before: custody, and the way back. Append-only. */
export const boxEvents = pgTable(
  "box_events",
  {
    /** The request that did it. */
    id: uuid("id").primaryKey(),
    boxId: uuid("box_id")
      .notNull()
      .references(() => boxes.id),
    seq: whole("seq").notNull().generatedAlwaysAsIdentity(),
    kind: text("kind").$type<BoxEventKind>().notNull(),
    /** The event this one takes back. */
    undoes: uuid("undoes"),
    fromAccount: whole("from_account").references(() => accounts.id),
    toAccount: whole("to_account").references(() => accounts.id),
    deliveryId: uuid("delivery_id").references(() => deliveries.id),
    /** What `box.undo` needs to restore, and what a reader wants to know: plain JSON, quantities as text. */
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    occurredAt: moment("occurred_at").notNull(),
    recordedAt: moment("recorded_at").notNull().defaultNow(),
  },
  (table) => [
    oneOf("box_event_kind_known", table.kind, boxEventKinds),
    index("box_events_by_box").on(table.boxId, table.seq),
    index("box_events_by_delivery").on(table.deliveryId),
  ],
);
