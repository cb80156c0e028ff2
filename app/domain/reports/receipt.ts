import type { DonorKind, ValueBasis } from "#db/vocabulary";

/**
 * A line of 捐赠款物接收公示表: one leg that came in. What was taken back is a line of its own with negative numbers, so
 * that the past is never edited and any period adds up. Quantities in base units, values in fen.
 */
export interface ReceiptRow {
  n: number;
  kind: "money" | "goods";
  /** Civil date. */
  on: string;
  giftNumber: string | null;
  organization: string;
  /** Null: 匿名. */
  donor: string | null;
  donorKind: DonorKind | null;
  item: string | null;
  specification: string | null;
  unit: string | null;
  quantity: bigint | null;
  /** Null when the value was given for the whole line and does not divide. */
  unitValueFen: bigint | null;
  /** For money the amount. Null while the value is still to be confirmed: counted in quantity only. */
  valueFen: bigint | null;
  valueBasis: ValueBasis | null;
  restriction: string | null;
  lotNumber: string | null;
  expiresOn: string | null;
  receiptTail: string | null;
  takenBack: boolean;
}

export interface ReceiptTotals {
  rows: number;
  moneyFen: bigint;
  goodsFen: bigint;
  unvaluedRows: number;
}

export const noReceipts: ReceiptTotals = { rows: 0, moneyFen: 0n, goodsFen: 0n, unvaluedRows: 0 };

export function addReceipts(totals: ReceiptTotals, rows: readonly ReceiptRow[]): ReceiptTotals {
  const sum = { ...totals };
  for (const row of rows) {
    sum.rows += 1;
    if (row.valueFen === null) sum.unvaluedRows += 1;
    else if (row.kind === "money") sum.moneyFen += row.valueFen;
    else sum.goodsFen += row.valueFen;
  }
  return sum;
}
