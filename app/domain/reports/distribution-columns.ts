import { formatQuantity } from "../quantity.ts";
import { fen, fullMoment, type ReportColumn, type ReportWords, whole } from "./column.ts";
import type { DistributionRow } from "./distribution.ts";

/** The columns of 捐赠款物分配使用公示表, in the reader's language. */
export function distributionColumns(words: ReportWords): ReportColumn<DistributionRow>[] {
  const { columns, cells } = words;
  return [
    { label: columns.n, numeric: true, width: 6, cell: (row) => whole(row.n) },
    { label: columns.sentOn, width: 12, cell: (row) => row.on },
    { label: columns.number, width: 16, cell: (row) => row.number },
    { label: columns.payer, width: 24, cell: (row) => row.organization },
    { label: columns.giftNumbers, width: 20, cell: (row) => row.giftNumbers.join("、") || null },
    { label: columns.item, width: 18, cell: (row) => row.item ?? nameOf(row, words) },
    { label: columns.specification, width: 14, cell: (row) => row.specification },
    { label: columns.quantity, numeric: true, width: 12, cell: (row) => whole(row.quantity) },
    { label: columns.unit, width: 8, cell: (row) => row.unit },
    { label: columns.value, numeric: true, width: 16, cell: (row) => fen(row.valueFen) },
    { label: columns.receiver, width: 26, cell: (row) => row.receiver ?? cells.person },
    { label: columns.township, width: 14, cell: (row) => row.township },
    { label: columns.siteKind, width: 12, cell: (row) => row.siteKind && words.siteKinds[row.siteKind] },
    {
      label: columns.people,
      width: 18,
      cell: (row) => (row.people === null ? null : cells.households(row.households ?? 0, row.people)),
    },
    { label: columns.good, numeric: true, width: 12, cell: (row) => whole(row.good) },
    { label: columns.difference, width: 16, cell: (row) => differenceOf(row, words) },
    {
      label: columns.confirmedAt,
      width: 16,
      cell: (row) => (row.confirmedAt ? fullMoment(row.confirmedAt) : awaited(row) ? cells.waiting : null),
    },
    { label: columns.receiverPost, width: 12, cell: (row) => row.receiverPost },
    {
      label: columns.purpose,
      width: 20,
      cell: (row) => row.purpose ?? (row.category && words.categories[row.category]),
    },
    { label: columns.restricted, width: 10, cell: (row) => restrictedOf(row, words) },
    { label: columns.stockAfter, numeric: true, width: 12, cell: (row) => whole(row.stockAfter) },
    { label: columns.remark, width: 24, cell: (row) => remarkOf(row, words) },
  ];
}

const nameOf = (row: DistributionRow, { cells }: ReportWords): string =>
  row.kind === "goods" ? cells.goods : cells[row.kind];

const awaited = (row: DistributionRow): boolean => row.kind === "goods" && !row.takenBack;

function differenceOf(
  { short, damaged, extra, unit }: DistributionRow,
  { cells }: ReportWords,
): string | null {
  const parts = [
    short > 0n && cells.short(formatQuantity(short, unit ?? "")),
    damaged > 0n && cells.damaged(formatQuantity(damaged, unit ?? "")),
    extra > 0n && cells.extra(formatQuantity(extra, unit ?? "")),
  ].filter((part) => part !== false);
  return parts.join("，") || null;
}

function restrictedOf({ restricted }: DistributionRow, { cells }: ReportWords): string {
  if (restricted === "none") return cells.unrestricted;
  return restricted === "all" ? cells.restricted : cells.partlyRestricted;
}

function remarkOf(row: DistributionRow, { cells }: ReportWords): string | null {
  if (!row.takenBack) return null;
  if (row.returnOf !== null) return cells.returned(row.returnOf);
  if (row.foundOf !== null) return cells.found(row.foundOf);
  return row.kind === "goods" ? cells.calledOff(row.number) : cells.correction(row.number);
}
