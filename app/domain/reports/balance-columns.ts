import { type BalanceRow, type BalanceSheet, type Flow, hasConversions } from "./balance-sheet.ts";
import { type Cell, fen, type ReportColumn, type ReportWords, whole } from "./column.ts";

/**
 * The columns of 收支结存汇总表, in the reader's language: quantities of each item, then values of everything. What kits
 * changed has its columns only where kits were put together or taken apart.
 */
export function balanceColumns(sheet: BalanceSheet, words: ReportWords): ReportColumn<BalanceRow>[] {
  const { columns, cells } = words;
  const quantity = (label: string, of: keyof Flow): ReportColumn<BalanceRow> => ({
    label,
    numeric: true,
    width: 12,
    cell: (row) => whole(row.quantity && row.quantity[of]),
  });
  const value = (label: string, of: keyof Flow): ReportColumn<BalanceRow> => ({
    label,
    numeric: true,
    width: 16,
    cell: (row) => fen(row.value[of]),
  });
  const kits = hasConversions(sheet);
  return [
    { label: columns.subject, width: 20, cell: (row) => row.item?.name ?? cells.money },
    {
      label: columns.restricted,
      width: 8,
      cell: (row) => (row.restricted ? cells.restricted : cells.unrestricted),
    },
    { label: columns.unit, width: 8, cell: (row) => row.item?.unit ?? null },
    quantity(columns.opening, "opening"),
    quantity(columns.received, "received"),
    ...(kits ? [quantity(columns.converted, "converted")] : []),
    quantity(columns.out, "out"),
    quantity(columns.lost, "lost"),
    quantity(columns.closing, "closing"),
    value(columns.openingValue, "opening"),
    value(columns.receivedValue, "received"),
    ...(kits ? [value(columns.convertedValue, "converted")] : []),
    value(columns.outValue, "out"),
    value(columns.lostValue, "lost"),
    value(columns.closingValue, "closing"),
  ];
}

/** The two rows below the table: money in all and goods in all, as cells under the same columns. */
export function balanceFoot(sheet: BalanceSheet, { cells }: ReportWords): Cell[][] {
  const kits = hasConversions(sheet);
  const row = (label: string, total: Flow) => {
    const { opening, received, converted, out, lost, closing } = total;
    const values = [opening, received, ...(kits ? [converted] : []), out, lost, closing];
    return [label, ...Array.from({ length: values.length + 2 }, () => ""), ...values.map(fen)];
  };
  return [row(cells.moneyTotal, sheet.moneyTotal), row(cells.goodsTotal, sheet.goodsTotal)];
}
