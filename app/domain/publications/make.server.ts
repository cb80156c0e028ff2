import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { fileStore } from "#app/files/open-store.server.ts";
import { refuse } from "../errors.ts";
import { balanceColumns, balanceFoot } from "../reports/balance-columns.ts";
import { balanceSheet } from "../reports/balance-sheet.server.ts";
import type { ReportColumn } from "../reports/column.ts";
import { distributionColumns } from "../reports/distribution-columns.ts";
import { addDistributions, type DistributionRow, noDistributions } from "../reports/distribution.ts";
import { distributionBatches } from "../reports/distributions.server.ts";
import type { Cut } from "../reports/filter.ts";
import { addReceipts, noReceipts, type ReceiptRow } from "../reports/receipt.ts";
import { receiptColumns } from "../reports/receipt-columns.ts";
import { receiptBatches } from "../reports/receipts.server.ts";
import { totalRows } from "../reports/total-rows.ts";
import { type Figures, figuresText, type Named } from "./figures.ts";
import { FileSet, type MadeFile } from "./files/file-set.server.ts";
import { type Edition, publicationHead } from "./head.ts";
import { Tally } from "./tally.ts";

export interface Made {
  figures: Figures;
  files: MadeFile[];
}

export interface StoredFile {
  name: string;
  mediaType: string;
  bytes: number;
  sha256: Buffer;
  /** Under which the file store keeps it: its own hash, so that the same content is the same file. */
  file: string;
}

/** Telling how far long work has come: lines written. */
export type Progress = (lines: number) => void;

/**
 * Makes every file of a publication from one pass over its lines, and its figures with them. Refused when the balance
 * sheet does not close (`does_not_balance`), and when the lines do not add up to it. Nothing is kept.
 */
export async function makePublication(
  edition: Edition,
  named: Named,
  cut: Cut,
  tell: Progress = () => {},
): Promise<Made> {
  const messages = messagesFor("zh-CN");
  const words = messages.reports;
  const filter = { from: edition.periodFrom, to: edition.periodTo, township: null, ...cut };
  const sheet = await balanceSheet(filter);
  const head = publicationHead(edition, named, messages, "zh-CN");
  const files = new FileSet(edition, named, head, messages.publications);
  try {
    const tally = new Tally();
    const receipts = receiptColumns(words);
    let received = noReceipts;
    files.beginReceipts(words.tables.receipts, receipts);
    for await (const rows of receiptBatches(filter)) {
      received = addReceipts(received, rows);
      tally.receipts(rows);
      files.addReceipts(rows, cellsOf(receipts, rows));
      tell(received.rows);
      await breathe();
    }
    files.endTable(totalRows(receipts, words, received));
    const distributions = distributionColumns(words);
    let given = noDistributions;
    files.beginDistributions(words.tables.distributions, distributions);
    for await (const rows of distributionBatches(filter)) {
      given = addDistributions(given, rows);
      tally.distributions(rows);
      files.addDistributions(rows, cellsOf(distributions, rows));
      tell(received.rows + given.rows);
      await breathe();
    }
    files.endTable(totalRows(distributions, words, given));
    files.addBalance(words.tables.balance, balanceColumns(sheet, words), sheet, balanceFoot(sheet, words));
    const { moneyTotal, goodsTotal } = sheet;
    mustAgree(received.moneyFen, moneyTotal.received);
    mustAgree(received.goodsFen, goodsTotal.received);
    mustAgree(given.moneyFen, moneyTotal.out);
    mustAgree(given.goodsFen, goodsTotal.out);
    const figures: Figures = {
      ...named,
      receipts: received,
      distributions: given,
      balance: sheet,
      ...tally.sums(),
    };
    return { figures, files: await files.finish(figuresText(figures)) };
  } finally {
    await files.close();
  }
}

const cellsOf = <Row extends ReceiptRow | DistributionRow>(
  columns: readonly ReportColumn<Row>[],
  rows: readonly Row[],
) => rows.map((row) => columns.map((column) => column.cell(row)));

/** The lines that a reader adds up, and the balance sheet beside them, are worked out apart: they must say the same. */
function mustAgree(lines: bigint, sheet: bigint): void {
  if (lines !== sheet) refuse("does_not_balance", { differenceFen: `${lines - sheet}` });
}

/** Puts files into the file store, before anything says that they exist. */
export async function keepFiles(files: readonly MadeFile[]): Promise<StoredFile[]> {
  const kept: StoredFile[] = [];
  for (const { name, mediaType, bytes } of files) {
    const sha256 = createHash("sha256").update(bytes).digest();
    const file = `${sha256.toString("hex")}${name.slice(name.lastIndexOf("."))}`;
    await fileStore().put(file, bytes, mediaType);
    kept.push({ name, mediaType, bytes: bytes.length, sha256, file });
  }
  return kept;
}
