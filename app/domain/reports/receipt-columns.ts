import { fen, type ReportColumn, type ReportWords, whole } from "./column.ts";
import type { ReceiptRow } from "./receipt.ts";

/** The columns of 捐赠款物接收公示表, in the reader's language. */
export function receiptColumns(words: ReportWords): ReportColumn<ReceiptRow>[] {
  const { columns, cells } = words;
  return [
    { label: columns.n, numeric: true, width: 6, cell: (row) => whole(row.n) },
    { label: columns.receivedOn, width: 12, cell: (row) => row.on },
    { label: columns.giftNumber, width: 16, cell: (row) => row.giftNumber },
    { label: columns.organization, width: 24, cell: (row) => row.organization },
    { label: columns.donor, width: 24, cell: (row) => row.donor ?? words.donorKinds.anonymous },
    { label: columns.donorKind, width: 10, cell: (row) => row.donorKind && words.donorKinds[row.donorKind] },
    { label: columns.kind, width: 8, cell: (row) => cells[row.kind] },
    { label: columns.item, width: 18, cell: (row) => row.item ?? cells.gift },
    { label: columns.specification, width: 14, cell: (row) => row.specification },
    { label: columns.quantity, numeric: true, width: 12, cell: (row) => whole(row.quantity) },
    { label: columns.unit, width: 8, cell: (row) => row.unit },
    { label: columns.unitValue, numeric: true, width: 10, cell: (row) => fen(row.unitValueFen) },
    {
      label: columns.value,
      numeric: true,
      width: 16,
      cell: (row) => (row.valueFen === null ? cells.unvalued : fen(row.valueFen)),
    },
    {
      label: columns.valueBasis,
      width: 12,
      cell: (row) => (row.valueBasis ? words.valueBases[row.valueBasis] : cells.received),
    },
    {
      label: columns.restricted,
      width: 8,
      cell: (row) => (row.restriction === null ? cells.unrestricted : cells.restricted),
    },
    { label: columns.restriction, width: 16, cell: (row) => row.restriction },
    { label: columns.lotNumber, width: 12, cell: (row) => row.lotNumber },
    { label: columns.expiresOn, width: 12, cell: (row) => row.expiresOn },
    { label: columns.status, width: 10, cell: (row) => stateOf(row, words) },
    { label: columns.receiptTail, width: 10, cell: (row) => row.receiptTail },
    { label: columns.remark, width: 24, cell: (row) => remarkOf(row, words) },
  ];
}

function stateOf(row: ReceiptRow, { cells }: ReportWords): string {
  if (row.takenBack) return cells.takenBack;
  return row.kind === "money" ? cells.booked : cells.stored;
}

function remarkOf(row: ReceiptRow, { cells }: ReportWords): string | null {
  if (row.takenBack) return cells.correction(row.giftNumber ?? "");
  return row.valueBasis === "unvalued" ? cells.quantityOnly : null;
}
