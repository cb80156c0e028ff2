import type { SheetReading, WorkbookReading } from "./reading.ts";

/** What a sheet's accepted rows add up to. Amounts in fen, quantities in base units. */
export type SheetTotals =
  | { kind: "money_gifts"; received: { rows: number; fen: bigint }; pledged: { rows: number; fen: bigint } }
  | {
      kind: "goods_gifts";
      rows: number;
      valuedRows: number;
      valueFen: bigint;
      unvaluedRows: number;
      quantityByItem: Record<string, bigint>;
    }
  | { kind: "handouts"; rows: number; valueFen: bigint }
  | { kind: "payments"; rows: number; fen: bigint }
  | { kind: "needs"; rows: number }
  | { kind: "unknown" };

/** The totals of every sheet, in the order of the sheets. */
export function totalsOf(reading: WorkbookReading): SheetTotals[] {
  return reading.sheets.map(totalsOfSheet);
}

/** The totals of one sheet. */
export function totalsOfSheet(sheet: SheetReading): SheetTotals {
  switch (sheet.kind) {
    case "money_gifts": {
      const of = (status: "received" | "pledged") => {
        const rows = sheet.rows.filter((row) => row.status === status);
        return { rows: rows.length, fen: sum(rows.map((row) => row.amountFen)) };
      };
      return { kind: sheet.kind, received: of("received"), pledged: of("pledged") };
    }
    case "goods_gifts": {
      const valued = sheet.rows.filter((row) => row.valueFen !== null);
      const quantityByItem: Record<string, bigint> = {};
      for (const { item, quantity } of sheet.rows)
        quantityByItem[item] = (quantityByItem[item] ?? 0n) + quantity;
      return {
        kind: sheet.kind,
        rows: sheet.rows.length,
        valuedRows: valued.length,
        valueFen: sum(valued.map((row) => row.valueFen)),
        unvaluedRows: sheet.rows.length - valued.length,
        quantityByItem,
      };
    }
    case "handouts":
      return {
        kind: sheet.kind,
        rows: sheet.rows.length,
        valueFen: sum(sheet.rows.map((row) => row.valueFen)),
      };
    case "payments":
      return { kind: sheet.kind, rows: sheet.rows.length, fen: sum(sheet.rows.map((row) => row.amountFen)) };
    case "needs":
      return { kind: sheet.kind, rows: sheet.rows.length };
    case "unknown":
      return { kind: sheet.kind };
  }
}

function sum(amounts: (bigint | null)[]): bigint {
  return amounts.reduce((total: bigint, amount) => total + (amount ?? 0n), 0n);
}
