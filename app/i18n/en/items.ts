import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { items as source } from "../zh-CN/items.ts";

/** The catalogue of items. */
export const items = {
  title: "Items",
  note: (items) => `${count(items)} ${items === 1 ? "item" : "items"}`,
  search: "Name",
  allCategories: "All categories",
  categories: {
    protection: "protection",
    disinfection: "disinfection",
    medicine: "medicine",
    testing: "testing",
    food: "food",
    water: "drinking water",
    bedding: "bedding",
    household: "household goods",
    infant: "mother and infant",
    kit: "kits",
    equipment: "equipment",
    other: "other",
  },
  empty: "No items yet",
  emptyText: "They are added with the first goods that come in.",
  noneFound: "This item was not found",
  columns: {
    name: "Name",
    category: "Category",
    pack: "Usual pack",
    received: "Received so far",
    lots: "Lots",
  },
  fields: {
    name: "Name",
    category: "Category",
    specification: "Specification",
    packName: "Usual pack",
    packNameHint: "Carton, bag; blank when loose",
    packSize: "Pieces per pack",
  },
  unitFixed: (unit) =>
    `The unit is “${unit}”: every quantity on the books is counted in it, so it cannot change.`,
  edit: "Change",
  save: "Save",
  saved: "Saved.",
  given: "Gifts with this item",
} satisfies Dictionary<typeof source>;
