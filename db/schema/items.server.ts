import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  char,
  check,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  itemCategories,
  type ItemCategory,
  type StorageCondition,
  storageConditions,
} from "../vocabulary.ts";
import { createdAt, id, moment, oneOf, whole } from "./columns.server.ts";
import { organizations } from "./people.server.ts";

const organizationId = () =>
  uuid("organization_id")
    .notNull()
    .references(() => organizations.id);

const itemId = () =>
  uuid("item_id")
    .notNull()
    .references(() => items.id);

export const items = pgTable(
  "items",
  {
    id: id(),
    organizationId: organizationId(),
    name: text("name").notNull(),
    category: text("category").$type<ItemCategory>().notNull(),
    baseUnit: text("base_unit").notNull(),
    specification: text("specification"),
    packName: text("pack_name"),
    packSize: whole("pack_size"),
    /** GB/T 38565 code, when somebody looked it up. */
    gbCode: text("gb_code"),
    storage: text("storage").$type<StorageCondition>(),
    /** Days of life an arriving lot must have left. */
    minRemainingDays: integer("min_remaining_days"),
    /** The name in pinyin and its initials, for search: "yiyongkouzhao yykz". */
    pinyin: text("pinyin"),
    /** Set when a person has looked at an item that an import or a form added by its name. */
    reviewedAt: moment("reviewed_at"),
    mergedInto: uuid("merged_into").references((): AnyPgColumn => items.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("item_category_known", table.category, itemCategories),
    oneOf("item_storage_known", table.storage, storageConditions),
    check("item_remaining_days_positive", sql`${table.minRemainingDays} > 0`),
    check("item_merged_elsewhere", sql`${table.mergedInto} <> ${table.id}`),
    check(
      "item_pack_whole",
      sql`(${table.packName} is null) = (${table.packSize} is null) and (${table.packSize} is null or ${table.packSize} > 1)`,
    ),
    /** An item that became another one leaves its name free. */
    uniqueIndex("item_once")
      .on(table.organizationId, table.name)
      .where(sql`merged_into is null`),
  ],
);

/**
 * How an item is packed, the usual pack first: `count` of the pack `of` (by its n), or of the base unit; `size` is the
 * whole in base units.
 */
export const itemPacks = pgTable(
  "item_packs",
  {
    itemId: itemId(),
    n: integer("n").notNull(),
    name: text("name").notNull(),
    count: whole("count").notNull(),
    of: integer("of"),
    size: whole("size").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.n] }),
    check("item_pack_size_whole", sql`${table.count} > 1 and ${table.size} >= ${table.count}`),
    check("item_pack_of_another", sql`${table.of} <> ${table.n}`),
    unique("item_pack_once").on(table.itemId, table.name),
  ],
);

/** Other names an item goes by, in imports and in search. */
export const itemAliases = pgTable(
  "item_aliases",
  {
    organizationId: organizationId(),
    name: text("name").notNull(),
    itemId: itemId(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.name] })],
);

/** GTINs in their 14-digit form, with the base units of the pack that carries it. */
export const itemBarcodes = pgTable(
  "item_barcodes",
  {
    organizationId: organizationId(),
    gtin: char("gtin", { length: 14 }).notNull(),
    itemId: itemId(),
    packSize: whole("pack_size")
      .notNull()
      .default(sql`1`),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.gtin] }),
    check("item_barcode_pack_positive", sql`${table.packSize} > 0`),
  ],
);

/** What may be sent instead. */
export const itemSubstitutes = pgTable(
  "item_substitutes",
  {
    itemId: itemId(),
    substituteId: uuid("substitute_id")
      .notNull()
      .references(() => items.id),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.substituteId] }),
    check("item_substitute_another", sql`${table.itemId} <> ${table.substituteId}`),
  ],
);

/** What goes into one kit (防疫包), in the components' base units. */
export const kitRecipes = pgTable(
  "kit_recipes",
  {
    itemId: itemId(),
    n: integer("n").notNull(),
    componentId: uuid("component_id")
      .notNull()
      .references(() => items.id),
    quantity: whole("quantity").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.n] }),
    unique("kit_component_once").on(table.itemId, table.componentId),
    check("kit_component_positive", sql`${table.quantity} > 0`),
    check("kit_component_another", sql`${table.itemId} <> ${table.componentId}`),
  ],
);
