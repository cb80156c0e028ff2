import { setImmediate as breathe } from "node:timers/promises";
import type { Locale } from "#db/vocabulary";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { todayInShanghai } from "../../dates.ts";
import { balanceColumns, balanceFoot } from "../balance-columns.ts";
import { balanceSheet } from "../balance-sheet.server.ts";
import type { Cell, ReportColumn, ReportWords } from "../column.ts";
import { distributionColumns } from "../distribution-columns.ts";
import { addDistributions, noDistributions } from "../distribution.ts";
import { distributionBatches } from "../distributions.server.ts";
import type { ReportFilter } from "../filter.ts";
import { reportFrame } from "../frame.server.ts";
import { addReceipts, noReceipts } from "../receipt.ts";
import { receiptColumns } from "../receipt-columns.ts";
import { receiptBatches } from "../receipts.server.ts";
import type { ReportHead, ReportName } from "../report-head.ts";
import { totalRows } from "../total-rows.ts";
import { CSV_START, csvLine } from "./csv.ts";
import { xlsx } from "./xlsx.server.ts";

export const fileFormats = ["xlsx", "csv"] as const;
export type FileFormat = (typeof fileFormats)[number];

export interface ReportFile {
  /** In the reader's language, with its ending: "捐赠款物接收公示表-2022-06-30.xlsx". */
  fileName: string;
  contentType: string;
  bytes: AsyncGenerator<Uint8Array>;
}

const contentTypes: Record<FileFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/**
 * A public table as a file, with the same rows as its page under the same filter, made while it is read. A balance sheet
 * that does not add up is refused (`does_not_balance`) before the first byte.
 */
export async function reportFile(
  name: ReportName,
  format: FileFormat,
  filter: ReportFilter,
  locale: Locale,
): Promise<ReportFile> {
  const words = messagesFor(locale).reports;
  const { head } = await reportFrame(name, filter, locale);
  const table = await tableOf(name, filter, words);
  return {
    fileName: `${head.title}-${todayInShanghai()}.${format}`,
    contentType: contentTypes[format],
    bytes: format === "csv" ? csv(head, table) : xlsx({ name: head.title, title: titleOf(head), ...table }),
  };
}

interface Table {
  heads: { label: string; width: number }[];
  rows: AsyncIterable<Cell[][]>;
  foot(): Cell[][];
}

async function tableOf(name: ReportName, filter: ReportFilter, words: ReportWords): Promise<Table> {
  if (name === "receipts") {
    let totals = noReceipts;
    const columns = receiptColumns(words);
    return {
      heads: columns,
      rows: cellsOf(columns, receiptBatches(filter), (rows) => (totals = addReceipts(totals, rows))),
      foot: () => [
        ...totalRows(columns, words, totals),
        ...(totals.unvaluedRows > 0 ? [[words.totals.unvalued(totals.unvaluedRows)]] : []),
      ],
    };
  }
  if (name === "distributions") {
    let totals = noDistributions;
    const columns = distributionColumns(words);
    return {
      heads: columns,
      rows: cellsOf(
        columns,
        distributionBatches(filter),
        (rows) => (totals = addDistributions(totals, rows)),
      ),
      foot: () => totalRows(columns, words, totals),
    };
  }
  const sheet = await balanceSheet(filter);
  const columns = balanceColumns(sheet, words);
  const rows = [...sheet.money, ...sheet.goods].map((row) => columns.map((column) => column.cell(row)));
  return { heads: columns, rows: once(rows), foot: () => balanceFoot(sheet, words) };
}

async function* once<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}

/** Between slices the event loop serves others. */
const SLICE = 500;

async function* cellsOf<Row>(
  columns: readonly ReportColumn<Row>[],
  batches: AsyncIterable<Row[]>,
  seen: (rows: Row[]) => void,
): AsyncGenerator<Cell[][]> {
  for await (const rows of batches) {
    seen(rows);
    for (let at = 0; at < rows.length; at += SLICE) {
      yield rows.slice(at, at + SLICE).map((row) => columns.map((column) => column.cell(row)));
      await breathe();
    }
  }
}

const titleOf = ({ title, responses, facts, authority }: ReportHead): string[] => [
  title,
  ...(responses ? [responses] : []),
  ...facts.map(({ label, text }) => `${label}：${text}`),
  authority,
];

async function* csv(head: ReportHead, { heads, rows, foot }: Table): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  const lines = (cells: readonly Cell[][]) => bytes.encode(cells.map(csvLine).join(""));
  yield bytes.encode(CSV_START);
  yield lines([...titleOf(head).map((text) => [text]), heads.map(({ label }) => label)]);
  for await (const batch of rows) yield lines(batch);
  yield lines(foot());
}
