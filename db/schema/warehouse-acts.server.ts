import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  type LossReason,
  lossReasons,
  type StocktakeKind,
  stocktakeKinds,
  type StocktakeStatus,
  stocktakeStatuses,
  type TransferStatus,
  transferStatuses,
  type WriteOffStatus,
  writeOffStatuses,
} from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { deliveries } from "./deliveries.server.ts";
import { accounts, assets, entries } from "./ledger.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { warehouses } from "./places.server.ts";

const document = () => ({
  id: id(),
  number: text("number").notNull(),
  organizationId: uuid("organization_id")
    .notNull()
    .references(() => organizations.id),
  responseId: uuid("response_id")
    .notNull()
    .references(() => responses.id),
});
const warehouse = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => warehouses.id);
const person = (name: string) => uuid(name).references(() => users.id);

/** Goods from one warehouse to another; on the road they stand in the transfer's own account. */
export const transfers = pgTable(
  "transfers",
  {
    ...document(),
    fromWarehouseId: warehouse("from_warehouse_id"),
    toWarehouseId: warehouse("to_warehouse_id"),
    status: text("status").$type<TransferStatus>().notNull(),
    accountId: whole("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    note: text("note"),
    sentBy: person("sent_by"),
    receivedAt: moment("received_at"),
    receivedBy: person("received_by"),
    cancelledReason: text("cancelled_reason"),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("transfer_status_known", table.status, transferStatuses),
    check("transfer_goes_elsewhere", sql`${table.fromWarehouseId} <> ${table.toWarehouseId}`),
    unique("transfer_number_once").on(table.organizationId, table.number),
    index("transfers_by_status").on(table.organizationId, table.status),
  ],
);

export const transferLines = pgTable(
  "transfer_lines",
  {
    transferId: uuid("transfer_id")
      .notNull()
      .references(() => transfers.id),
    n: integer("n").notNull(),
    assetId: whole("asset_id")
      .notNull()
      .references(() => assets.id),
    fromAccount: whole("from_account")
      .notNull()
      .references(() => accounts.id),
    quantity: whole("quantity").notNull(),
    valueFen: whole("value_fen").notNull(),
    /** What came; the rest went to the dispute account. */
    received: whole("received"),
    remark: text("remark"),
  },
  (table) => [
    primaryKey({ columns: [table.transferId, table.n] }),
    check("transfer_line_quantity_positive", sql`${table.quantity} > 0`),
    check("transfer_line_received_within", sql`${table.received} between 0 and ${table.quantity}`),
  ],
);

/** Goods that a site sends back to a warehouse. */
export const returns = pgTable(
  "returns",
  {
    ...document(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    warehouseId: warehouse("warehouse_id"),
    reason: text("reason").notNull(),
    entryId: uuid("entry_id")
      .notNull()
      .unique()
      .references(() => entries.id),
    createdBy: person("created_by"),
    createdAt: createdAt(),
  },
  (table) => [
    unique("return_number_once").on(table.organizationId, table.number),
    index("returns_by_delivery").on(table.deliveryId),
  ],
);

/** A delivery's line, as far as it came back. */
export const returnLines = pgTable(
  "return_lines",
  {
    returnId: uuid("return_id")
      .notNull()
      .references(() => returns.id),
    lineN: integer("line_n").notNull(),
    quantity: whole("quantity").notNull(),
    valueFen: whole("value_fen").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.returnId, table.lineN] }),
    check("return_line_positive", sql`${table.quantity} > 0`),
  ],
);

/** Goods that are said to be lost to the stock: one person asks, with evidence, another decides. */
export const writeOffs = pgTable(
  "write_offs",
  {
    ...document(),
    warehouseId: warehouse("warehouse_id"),
    assetId: whole("asset_id")
      .notNull()
      .references(() => assets.id),
    accountId: whole("account_id")
      .notNull()
      .references(() => accounts.id),
    quantity: whole("quantity").notNull(),
    reason: text("reason").$type<LossReason>().notNull(),
    remark: text("remark").notNull(),
    /** Where the evidence is: a report's number, who saw it, a file. */
    evidence: text("evidence"),
    status: text("status").$type<WriteOffStatus>().notNull(),
    requestedBy: person("requested_by"),
    decidedBy: person("decided_by"),
    decidedAt: moment("decided_at"),
    decisionRemark: text("decision_remark"),
    overrideReason: text("override_reason"),
    entryId: uuid("entry_id")
      .unique()
      .references(() => entries.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("write_off_status_known", table.status, writeOffStatuses),
    oneOf("write_off_reason_known", table.reason, lossReasons),
    check("write_off_quantity_positive", sql`${table.quantity} > 0`),
    check(
      "write_off_duties_apart",
      sql`${table.decidedBy} <> ${table.requestedBy} or ${table.overrideReason} is not null or ${table.status} = 'rejected'`,
    ),
    check(
      "write_off_entry_when_approved",
      sql`(${table.status} = 'approved') = (${table.entryId} is not null)`,
    ),
    unique("write_off_number_once").on(table.organizationId, table.number),
    index("write_offs_by_status").on(table.organizationId, table.status),
  ],
);

/** A count of some bins, or of all: one person counts a bin, another approves the differences. */
export const stocktakes = pgTable(
  "stocktakes",
  {
    ...document(),
    warehouseId: warehouse("warehouse_id"),
    kind: text("kind").$type<StocktakeKind>().notNull(),
    /** Who counts does not see what the books say. */
    blind: boolean("blind").notNull(),
    status: text("status").$type<StocktakeStatus>().notNull(),
    note: text("note"),
    createdBy: person("created_by"),
    approvedBy: person("approved_by"),
    approvedAt: moment("approved_at"),
    overrideReason: text("override_reason"),
    cancelledReason: text("cancelled_reason"),
    /** Null when the count found no difference. */
    entryId: uuid("entry_id")
      .unique()
      .references(() => entries.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("stocktake_kind_known", table.kind, stocktakeKinds),
    oneOf("stocktake_status_known", table.status, stocktakeStatuses),
    unique("stocktake_number_once").on(table.organizationId, table.number),
    index("stocktakes_by_status").on(table.warehouseId, table.status),
  ],
);

export const stocktakeBins = pgTable(
  "stocktake_bins",
  {
    stocktakeId: uuid("stocktake_id")
      .notNull()
      .references(() => stocktakes.id),
    accountId: whole("account_id")
      .notNull()
      .references(() => accounts.id),
    /** Counted so many times; 0 not yet. A bin that changed while it was counted is counted again. */
    rounds: integer("rounds").notNull().default(0),
    /** The journal's last entry in this bin when it was counted. */
    seq: bigint("seq", { mode: "bigint" }),
    countedBy: person("counted_by"),
    countedAt: moment("counted_at"),
  },
  (table) => [primaryKey({ columns: [table.stocktakeId, table.accountId] })],
);

/** Of a lot in a counted bin: what the books said that moment, what was counted, and why they differ. */
export const stocktakeCounts = pgTable(
  "stocktake_counts",
  {
    stocktakeId: uuid("stocktake_id")
      .notNull()
      .references(() => stocktakes.id),
    accountId: whole("account_id")
      .notNull()
      .references(() => accounts.id),
    assetId: whole("asset_id")
      .notNull()
      .references(() => assets.id),
    expected: whole("expected").notNull(),
    counted: whole("counted").notNull(),
    reason: text("reason").$type<LossReason>(),
    remark: text("remark"),
  },
  (table) => [
    primaryKey({ columns: [table.stocktakeId, table.accountId, table.assetId] }),
    oneOf("stocktake_reason_known", table.reason, lossReasons),
    check("stocktake_count_never_negative", sql`${table.expected} >= 0 and ${table.counted} >= 0`),
  ],
);
