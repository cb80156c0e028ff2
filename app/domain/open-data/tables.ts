/** What a column holds. Whole numbers and amounts are text in JSON, so that no reader rounds them. */
export type ColumnType = "text" | "word" | "date" | "moment" | "whole" | "amount" | "code";

/** In what: yuan, the item's base unit (its own column says which), or counted things. */
export type ColumnUnit = "CNY" | "base" | "count";

export interface DataColumn {
  name: string;
  type: ColumnType;
  unit?: ColumnUnit;
}

const text = (name: string) => ({ name, type: "text" }) as const;
const word = (name: string) => ({ name, type: "word" }) as const;
const date = (name: string) => ({ name, type: "date" }) as const;
const code = (name: string) => ({ name, type: "code" }) as const;
const moment = (name: string) => ({ name, type: "moment" }) as const;
const whole = (name: string, unit: ColumnUnit) => ({ name, type: "whole", unit }) as const;
const yuan = (name: string) => ({ name, type: "amount", unit: "CNY" }) as const;

/**
 * The tables of open data: their names, columns and the order of these are stable, new columns come last. `word` is one
 * of a closed list (db/vocabulary). The same for CSV and JSON.
 */
export const dataTables = {
  receipts: [
    date("received_on"),
    text("gift_number"),
    text("organization"),
    text("donor"),
    word("donor_kind"),
    word("kind"),
    text("item"),
    text("specification"),
    whole("quantity", "base"),
    text("unit"),
    yuan("value_cny"),
    word("value_basis"),
    text("restriction"),
    text("lot_number"),
    date("expires_on"),
    word("taken_back"),
  ],
  distributions: [
    date("sent_on"),
    text("number"),
    word("kind"),
    text("organization"),
    text("gift_numbers"),
    text("item"),
    word("category"),
    text("specification"),
    whole("quantity", "base"),
    text("unit"),
    yuan("value_cny"),
    text("receiver"),
    word("receiver_kind"),
    text("township"),
    whole("good", "base"),
    whole("short", "base"),
    whole("damaged", "base"),
    moment("confirmed_at"),
    text("purpose"),
    word("taken_back"),
  ],
  deliveries: [
    text("number"),
    text("organization"),
    word("status"),
    code("township_code"),
    text("township"),
    text("site"),
    word("site_kind"),
    date("planned_on"),
    moment("dispatched_at"),
    moment("confirmed_at"),
    whole("line", "count"),
    text("item"),
    text("unit"),
    whole("quantity", "base"),
    whole("good", "base"),
    whole("short", "base"),
    whole("damaged", "base"),
    whole("extra", "base"),
  ],
  stock: [
    text("item"),
    word("category"),
    text("unit"),
    whole("received", "base"),
    yuan("received_cny"),
    whole("converted", "base"),
    yuan("converted_cny"),
    whole("handed_out", "base"),
    yuan("handed_out_cny"),
    whole("lost", "base"),
    yuan("lost_cny"),
    whole("left", "base"),
    yuan("left_cny"),
  ],
  needs: [
    text("item"),
    text("unit"),
    whole("sites", "count"),
    whole("wanted", "base"),
    whole("on_the_way", "base"),
    whole("in_stock", "base"),
  ],
  townships: [
    code("township_code"),
    text("township"),
    whole("deliveries", "count"),
    whole("sites", "count"),
    yuan("value_cny"),
    whole("needs_asked", "count"),
    whole("needs_met", "count"),
  ],
} as const satisfies Record<string, readonly DataColumn[]>;

export type DataTable = keyof typeof dataTables;
export const dataTableNames = Object.keys(dataTables) as DataTable[];

/** Every column name there is: each means the same wherever it stands. */
export type DataColumnName = (typeof dataTables)[DataTable][number]["name"];

export const dataFormats = ["csv", "json"] as const;
export type DataFormat = (typeof dataFormats)[number];

/** `/data/receipts.csv` */
export const dataPath = (table: DataTable, format: DataFormat): string => `/data/${table}.${format}`;
