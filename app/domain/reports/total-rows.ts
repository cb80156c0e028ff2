import type { Cell, ReportColumn, ReportWords } from "./column.ts";

/** The rows below a table: money and goods in all, each amount under the column of values. */
export function totalRows<Row>(
  columns: readonly ReportColumn<Row>[],
  words: ReportWords,
  { moneyFen, goodsFen }: { moneyFen: bigint; goodsFen: bigint },
): Cell[][] {
  const at = columns.findIndex(({ label }) => label === words.columns.value);
  const row = (label: string, value: bigint): Cell[] => [
    label,
    ...columns.slice(1).map((_column, i) => (i + 1 === at ? { fen: value } : "")),
  ];
  return [row(words.cells.moneyTotal, moneyFen), row(words.cells.goodsTotal, goodsFen)];
}
