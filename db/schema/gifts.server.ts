import { sql } from "drizzle-orm";
import {
  boolean,
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
  donorKinds,
  type DonorKind,
  giftKinds,
  type GiftKind,
  siteKinds,
  type SiteKind,
  valueBases,
  type ValueBasis,
} from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { items } from "./items.server.ts";
import { accounts, assets, entries } from "./ledger.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { sites, townships, warehouses } from "./places.server.ts";

const organizationId = () =>
  uuid("organization_id")
    .notNull()
    .references(() => organizations.id);
const responseId = () =>
  uuid("response_id")
    .notNull()
    .references(() => responses.id);

const itemId = () =>
  uuid("item_id")
    .notNull()
    .references(() => items.id);

/** Kits that were put together at once; `accountId` holds the components that are inside them. */
export const kits = pgTable(
  "kits",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: organizationId(),
    responseId: responseId(),
    warehouseId: uuid("warehouse_id")
      .notNull()
      .references(() => warehouses.id),
    itemId: itemId(),
    quantity: whole("quantity").notNull(),
    accountId: whole("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    entryId: uuid("entry_id")
      .notNull()
      .unique()
      .references(() => entries.id),
    note: text("note"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    check("kit_quantity_positive", sql`${table.quantity} > 0`),
    unique("kit_number_once").on(table.organizationId, table.number),
  ],
);

/** What a donor asked for: only this township, only this kind of site, only this site, or a purpose in words. */
export const restrictions = pgTable(
  "restrictions",
  {
    id: id(),
    organizationId: organizationId(),
    text: text("text").notNull(),
    townshipCode: char("township_code", { length: 9 }).references(() => townships.code),
    siteKind: text("site_kind").$type<SiteKind>(),
    siteId: uuid("site_id").references(() => sites.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("restriction_site_kind_known", table.siteKind, siteKinds),
    check(
      "restriction_one_target",
      sql`num_nonnulls(${table.townshipCode}, ${table.siteKind}, ${table.siteId}) <= 1`,
    ),
    unique("restriction_once").on(table.organizationId, table.text),
  ],
);

export const donors = pgTable(
  "donors",
  {
    id: id(),
    organizationId: organizationId(),
    name: text("name").notNull(),
    kind: text("kind").$type<DonorKind>().notNull(),
    /** Consent to show the name in public (慈善法 art. 82); without it the public reads 匿名. */
    publishName: boolean("publish_name").notNull().default(false),
    accountId: whole("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("donor_kind_known", table.kind, donorKinds),
    check("donor_anonymous_unpublished", sql`${table.kind} <> 'anonymous' or not ${table.publishName}`),
    unique("donor_once").on(table.organizationId, table.name),
  ],
);

/** Money kept apart: one fund for what is free to use, and one for each restriction. */
export const funds = pgTable(
  "funds",
  {
    id: id(),
    organizationId: organizationId(),
    responseId: responseId(),
    restrictionId: uuid("restriction_id").references(() => restrictions.id),
    name: text("name").notNull(),
    accountId: whole("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    unique("fund_once").on(table.organizationId, table.responseId, table.restrictionId).nullsNotDistinct(),
  ],
);

/** A promise; never in the journal. Its state is derived from the gifts that fulfil it. */
export const pledges = pgTable(
  "pledges",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: organizationId(),
    responseId: responseId(),
    donorId: uuid("donor_id")
      .notNull()
      .references(() => donors.id),
    kind: text("kind").$type<GiftKind>().notNull(),
    amountFen: whole("amount_fen"),
    restrictionId: uuid("restriction_id").references(() => restrictions.id),
    pledgedOn: date("pledged_on").notNull(),
    dueOn: date("due_on"),
    note: text("note"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    importId: uuid("import_id"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("pledge_kind_known", table.kind, giftKinds),
    check("pledge_money_has_amount", sql`(${table.kind} = 'money') = (${table.amountFen} is not null)`),
    check("pledge_amount_positive", sql`${table.amountFen} > 0`),
    check(
      "pledge_withdrawn_with_reason",
      sql`(${table.withdrawnAt} is null) = (${table.withdrawnReason} is null)`,
    ),
    unique("pledge_number_once").on(table.organizationId, table.number),
  ],
);

export const pledgeLines = pgTable(
  "pledge_lines",
  {
    pledgeId: uuid("pledge_id")
      .notNull()
      .references(() => pledges.id),
    n: integer("n").notNull(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => items.id),
    quantity: whole("quantity").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pledgeId, table.n] }),
    check("pledge_quantity_positive", sql`${table.quantity} > 0`),
  ],
);

export const gifts = pgTable(
  "gifts",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: organizationId(),
    responseId: responseId(),
    donorId: uuid("donor_id")
      .notNull()
      .references(() => donors.id),
    kind: text("kind").$type<GiftKind>().notNull(),
    pledgeId: uuid("pledge_id").references(() => pledges.id),
    receivedOn: date("received_on").notNull(),
    fundId: uuid("fund_id").references(() => funds.id),
    amountFen: whole("amount_fen"),
    warehouseId: uuid("warehouse_id").references(() => warehouses.id),
    entryId: uuid("entry_id")
      .notNull()
      .unique()
      .references(() => entries.id),
    receiptNumber: text("receipt_number"),
    note: text("note"),
    importId: uuid("import_id"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("gift_kind_known", table.kind, giftKinds),
    check(
      "gift_money_into_fund",
      sql`(${table.kind} = 'money') = (${table.fundId} is not null and ${table.amountFen} is not null)`,
    ),
    check("gift_goods_into_warehouse", sql`(${table.kind} = 'goods') = (${table.warehouseId} is not null)`),
    unique("gift_number_once").on(table.organizationId, table.number),
    index("gifts_by_pledge").on(table.pledgeId),
    index("gifts_by_donor").on(table.donorId),
    index("gifts_by_day").on(table.receivedOn),
  ],
);

/**
 * One gift line × lot × expiry × restriction: never merged with another, so a gift can be followed to a door. Or kits of
 * one assembly that hold the same lots in the same numbers: through `kit_components` the gift is followed further.
 */
export const sourceLots = pgTable(
  "source_lots",
  {
    assetId: whole("asset_id")
      .primaryKey()
      .references(() => assets.id),
    organizationId: organizationId(),
    giftId: uuid("gift_id").references(() => gifts.id),
    kitId: uuid("kit_id").references(() => kits.id),
    n: integer("n").notNull(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => items.id),
    quantity: whole("quantity").notNull(),
    packName: text("pack_name"),
    packSize: whole("pack_size"),
    specification: text("specification"),
    lotNumber: text("lot_number"),
    expiresOn: date("expires_on"),
    receivedOn: date("received_on").notNull(),
    /** Value of the whole lot, in fen; 0 when it is still unvalued. */
    valueFen: whole("value_fen").notNull(),
    valueBasis: text("value_basis").$type<ValueBasis>().notNull(),
    restrictionId: uuid("restriction_id").references(() => restrictions.id),
  },
  (table) => [
    oneOf("lot_value_basis_known", table.valueBasis, valueBases),
    check("lot_unvalued_is_zero", sql`${table.valueBasis} <> 'unvalued' or ${table.valueFen} = 0`),
    check("lot_quantity_positive", sql`${table.quantity} > 0`),
    check("lot_one_source", sql`num_nonnulls(${table.giftId}, ${table.kitId}) = 1`),
    unique("lot_line_once").on(table.giftId, table.n),
    unique("lot_kit_line_once").on(table.kitId, table.n),
    index("lots_by_item").on(table.itemId),
  ],
);

/** What one kit of a lot holds: so many base units of a source lot. */
export const kitComponents = pgTable(
  "kit_components",
  {
    kitAssetId: whole("kit_asset_id")
      .notNull()
      .references(() => sourceLots.assetId),
    assetId: whole("asset_id")
      .notNull()
      .references(() => sourceLots.assetId),
    perKit: whole("per_kit").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kitAssetId, table.assetId] }),
    check("kit_component_per_kit_positive", sql`${table.perKit} > 0`),
    index("kit_components_by_asset").on(table.assetId),
  ],
);
