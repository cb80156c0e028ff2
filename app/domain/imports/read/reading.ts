/** What a sheet records. `unknown` sheets are listed and left alone. */
export const SHEET_KINDS = ["money_gifts", "goods_gifts", "payments", "handouts", "needs"] as const;
export type RecognisedKind = (typeof SHEET_KINDS)[number];
export type SheetKind = RecognisedKind | "unknown";

/** What a column holds. `need` and `quote` may name several columns, every other field one. */
export const FIELDS = [
  "sequence",
  "date",
  "donor",
  "organization",
  "amount",
  "status",
  "nature",
  "restriction",
  "handler",
  "note",
  "item",
  "specification",
  "quantity",
  "unit",
  "unitPrice",
  "value",
  "lotNumber",
  "expiresOn",
  "paymentKind",
  "purpose",
  "payee",
  "quote",
  "reason",
  "township",
  "receiver",
  "receiverKind",
  "quantityReceived",
  "signedBy",
  "receipt",
  "place",
  "contact",
  "phone",
  "households",
  "residents",
  "elderly",
  "need",
  "urgency",
  "otherNeeds",
] as const;
export type Field = (typeof FIELDS)[number];

export type Params = Record<string, string | number>;

/** Something that keeps a row (or, with `row` of the header or a total, the sheet) from being imported. */
export interface Problem {
  /** 1-based sheet row. */
  row: number;
  /** Column letter, null when the whole row or sheet is meant. */
  column: string | null;
  field: Field | null;
  code: ProblemCode;
  params: Params;
  /** The cell as it was written. */
  value: string;
}

export const PROBLEM_CODES = [
  "date_missing",
  "date_unreadable",
  "date_impossible",
  "date_without_year",
  "amount_missing",
  "amount_unreadable",
  "amount_not_positive",
  "amount_too_precise",
  "amount_too_large",
  "quantity_missing",
  "quantity_unreadable",
  "quantity_not_whole",
  "quantity_not_positive",
  "quantity_too_large",
  "unit_missing",
  "unit_conflict",
  "item_unit_differs",
  "item_missing",
  "receiver_missing",
  "organization_missing",
  "payee_missing",
  "payment_kind_unknown",
  "status_unreadable",
  "goods_not_arrived",
  "expiry_unreadable",
  "difference_unreadable",
  "difference_exceeds",
  "duplicate_row",
  "total_differs",
  "subtotal_differs",
  "column_missing",
  "second_table",
  // Said by the books, not by the sheet.
  "stock_short",
  "funds_short",
  "township_unknown",
  "organization_out_of_reach",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Problems of a sheet as a whole: none of its rows may be imported while one stands. */
export const BLOCKING_CODES: readonly ProblemCode[] = [
  "total_differs",
  "subtotal_differs",
  "column_missing",
  "second_table",
];

/** What was decided or converted for the reader. */
export interface Notice {
  row: number;
  column: string | null;
  field: Field | null;
  code: NoticeCode;
  params: Params;
}

/** `look`: a choice somebody should glance at; `done`: a plain conversion. */
export const NOTICE_LEVELS = {
  full_width_digits: "done",
  filled_from_merged_cell: "done",
  filled_from_above: "done",
  year_from_period: "done",
  year_from_other_dates: "look",
  date_from_serial: "done",
  date_from_number: "look",
  date_outside_period: "look",
  amount_in_other_unit: "done",
  amount_from_words: "done",
  money_unit_assumed: "look",
  donor_blank: "look",
  organization_from_filer: "look",
  status_assumed: "look",
  status_from_note: "look",
  restriction_ignored: "look",
  restriction_unnamed: "look",
  value_pending: "done",
  value_blank: "look",
  value_shared: "look",
  value_from_price: "done",
  value_unlike_price: "look",
  unit_price_dropped: "done",
  pack_multiplied: "done",
  unit_from_quantity: "done",
  expiry_month_end: "done",
  payment_kind_inferred: "done",
  receiver_kind_inferred: "done",
  difference_from_note: "look",
  duplicate_possible: "look",
  sequence_repeated: "look",
  total_checked: "done",
  total_excludes_pledges: "look",
  total_not_readable: "look",
  subtotal_checked: "done",
  header_repeated: "done",
  note_row_skipped: "done",
} as const;
export type NoticeCode = keyof typeof NOTICE_LEVELS;

export interface MoneyGiftRow {
  row: number;
  sequence?: string;
  /** Civil date of Asia/Shanghai, `YYYY-MM-DD`; so are all dates here. */
  date: string;
  /** Null for a blank or anonymous donor. */
  donor: string | null;
  organization: string;
  amountFen: bigint;
  status: "received" | "pledged";
  /** What the donor tied the gift to, null when unrestricted. */
  restriction: string | null;
  handler?: string;
  note?: string;
}

/** `3箱×2000只`: three packs called 箱 of 2000 base units each. */
export interface Pack {
  count: bigint;
  unit: string;
  size: bigint;
}

export interface GoodsGiftRow {
  row: number;
  sequence?: string;
  date: string;
  donor: string | null;
  organization?: string;
  item: string;
  specification?: string;
  /** In `unit`, the base unit. */
  quantity: bigint;
  unit: string;
  pack?: Pack;
  unitPriceFen: bigint | null;
  /** Null: not valued (价值待确认). */
  valueFen: bigint | null;
  lotNumber?: string;
  /** Null: long-lived or not stated. */
  expiresOn: string | null;
  restriction: string | null;
  handler?: string;
  note?: string;
}

export interface PaymentRow {
  row: number;
  sequence?: string;
  date: string;
  organization: string;
  kind: "purchase" | "grant";
  purpose: string;
  payee: string;
  /** One per quote column, null where nothing was quoted. */
  quotesFen: (bigint | null)[];
  reason?: string;
  amountFen: bigint;
  township?: string;
  handler?: string;
  note?: string;
}

export const RECEIVER_KINDS = [
  "committee",
  "compound",
  "field_hospital",
  "hospital",
  "township",
  "care_home",
  "school",
  "organization",
  "other",
] as const;
export type ReceiverKind = (typeof RECEIVER_KINDS)[number];

export interface ReceiptDifference {
  kind: "short" | "damaged";
  quantity: bigint;
}

export interface HandoutRow {
  row: number;
  sequence?: string;
  date: string;
  receiver: string;
  township: string | null;
  receiverKind: ReceiverKind;
  item: string;
  specification?: string;
  /** What was sent; a difference is what of it did not arrive whole. */
  quantity: bigint;
  unit: string;
  pack?: Pack;
  valueFen: bigint | null;
  lotNumber?: string;
  signedBy?: string;
  difference: ReceiptDifference | null;
  /** Only when one receipt names both a shortage and damage. */
  furtherDifference?: ReceiptDifference;
  note?: string;
}

export interface Need {
  item: string;
  unit: string | null;
  quantity: bigint;
  /** `约2300`. */
  approximate: boolean;
}

export interface NeedRow {
  row: number;
  date: string | null;
  township: string | null;
  place: string;
  placeKind: ReceiverKind;
  contact?: string;
  phone?: string;
  households: bigint | null;
  residents: bigint | null;
  elderly: bigint | null;
  needs: Need[];
  urgency?: string;
  otherNeeds?: string;
}

export interface RowOf {
  money_gifts: MoneyGiftRow;
  goods_gifts: GoodsGiftRow;
  payments: PaymentRow;
  handouts: HandoutRow;
  needs: NeedRow;
}
export type Row = RowOf[RecognisedKind];

export interface Period {
  from: string;
  to: string;
}

export interface SheetMeta {
  /** The file's period when the sheet's own title names none. */
  period?: Period;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
  asOf?: string;
  moneyUnit: "yuan" | "wan";
  warehouse?: string;
  filer?: string;
}

export interface ColumnReading {
  column: string;
  header: string;
  field: Field | null;
}

/** The sheet's own total of money, in fen, beside ours. */
export interface TotalReading {
  row: number;
  stated: bigint;
  computed: bigint;
  agrees: boolean;
}

interface SheetCommon {
  name: string;
  /** 1-based; the last row of a header of several rows; 0 when none was found. */
  headerRow: number;
  columns: ColumnReading[];
  meta: SheetMeta;
  /** Data rows, accepted or not. */
  rowCount: number;
  problems: Problem[];
  notices: Notice[];
  total?: TotalReading;
}

type SheetOf<K extends RecognisedKind> = SheetCommon & { kind: K; rows: RowOf[K][] };

export type SheetReading =
  { [K in RecognisedKind]: SheetOf<K> }[RecognisedKind] | (SheetCommon & { kind: "unknown"; rows: [] });

export interface WorkbookReading {
  /** sha256 in hex over the normalised cells of the recognised sheets: a re-saved file hashes the same. */
  contentHash: string;
  sheets: SheetReading[];
}

/** What a person decided about one sheet, over what was guessed. */
export interface SheetMapping {
  kind?: SheetKind;
  /** 1-based; the last row of the header. */
  headerRow?: number;
  /** Column letter → field; null leaves the column out. */
  columns?: Record<string, Field | null>;
  moneyUnit?: "yuan" | "wan";
  /** The year of dates that name none. */
  year?: number;
}

export interface ReadOptions {
  /** By sheet name. */
  mapping?: Record<string, SheetMapping>;
}

/** Whether nothing keeps the sheet's accepted rows from being imported. */
export function isBlocked(sheet: SheetReading): boolean {
  return sheet.problems.some((problem) => BLOCKING_CODES.includes(problem.code));
}
