import type { Messages } from "#app/i18n/messages.ts";
import { settings } from "#app/settings.server.ts";
import type { BalanceSheet, BalanceRow } from "../../reports/balance-sheet.ts";
import type { Cell, ReportColumn } from "../../reports/column.ts";
import type { DistributionRow } from "../../reports/distribution.ts";
import { CSV_START, csvLine } from "../../reports/files/csv.ts";
import { openWorkbook } from "../../reports/files/xlsx.server.ts";
import type { ReceiptRow } from "../../reports/receipt.ts";
import type { Edition, PublicationHead } from "../head.ts";
import type { Named } from "../figures.ts";
import { EPCIS_END, epcisDistribution, epcisReceipt, epcisStart } from "./epcis.ts";
import { type HxlColumn, hxlDistributions, hxlHeads, hxlReceipts, hxlStock } from "./hxl.ts";
import { IATI_END, iatiDistribution, iatiReceipt, iatiStart } from "./iati.ts";
import { HtmlReport } from "./html.ts";
import { TablePdf } from "./table-pdf.server.ts";

export interface MadeFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

const mediaTypes: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonld: "application/ld+json; charset=utf-8",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml; charset=utf-8",
};

/** Beyond so many lines a table is in the other files only: nobody turns thousands of pages. */
const PRINTED_LINES = 20_000;

/** The workbook's sheets, in order. */
const sheets = {
  receipts: 0,
  distributions: 1,
  balance: 2,
  hxlReceipts: 3,
  hxlDistributions: 4,
  hxlStock: 5,
};

/** All files of a publication while its lines pass once: what a line is in one of them, it is in all. */
export class FileSet {
  readonly #edition: Edition;
  readonly #head: PublicationHead;
  readonly #words: Messages["publications"];
  readonly #texts = new Map<string, Buffer[]>();
  readonly #workbook = openWorkbook();
  readonly #pdf: TablePdf;
  readonly #html: HtmlReport;
  readonly #widths: { name: string; widths: readonly number[] }[] = [];
  readonly #base = settings().publicUrl;
  #events = 0;
  #lines = 0;
  #sheet = 0;
  #csv = "";

  constructor(edition: Edition, named: Named, head: PublicationHead, words: Messages["publications"]) {
    this.#edition = edition;
    this.#head = head;
    this.#words = words;
    this.#pdf = new TablePdf(head);
    this.#html = new HtmlReport(edition, head, words);
    this.#write("iati.xml", iatiStart(edition, named));
    this.#write("epcis.jsonld", epcisStart(edition));
  }

  beginReceipts(title: string, columns: readonly ReportColumn<ReceiptRow>[]): void {
    this.#begin("receipts", title, columns);
    this.#beginHxl("hxl-receipts.csv", sheets.hxlReceipts, hxlReceipts);
  }

  addReceipts(rows: readonly ReceiptRow[], cells: readonly Cell[][]): void {
    this.#rows(cells);
    this.#hxl("hxl-receipts.csv", sheets.hxlReceipts, hxlReceipts, rows);
    this.#write("iati.xml", rows.map(iatiReceipt).join(""));
    this.#epcis(rows.flatMap((row) => epcisReceipt(row, this.#base)));
  }

  beginDistributions(title: string, columns: readonly ReportColumn<DistributionRow>[]): void {
    this.#begin("distributions", title, columns);
    this.#beginHxl("hxl-distributions.csv", sheets.hxlDistributions, hxlDistributions);
  }

  addDistributions(rows: readonly DistributionRow[], cells: readonly Cell[][]): void {
    this.#rows(cells);
    this.#hxl("hxl-distributions.csv", sheets.hxlDistributions, hxlDistributions, rows);
    this.#write("iati.xml", rows.map(iatiDistribution).join(""));
    this.#epcis(rows.flatMap((row) => epcisDistribution(row, this.#base)));
  }

  addBalance(
    title: string,
    columns: readonly ReportColumn<BalanceRow>[],
    { money, goods }: BalanceSheet,
    foot: readonly Cell[][],
  ): void {
    const rows = [...money, ...goods];
    this.#begin("balance", title, columns);
    this.#rows(rows.map((row) => columns.map((column) => column.cell(row))));
    this.endTable(foot);
    const stock = hxlStock(this.#edition.periodTo);
    this.#beginHxl("hxl-stock.csv", sheets.hxlStock, stock);
    this.#hxl("hxl-stock.csv", sheets.hxlStock, stock, rows);
  }

  endTable(foot: readonly Cell[][]): void {
    this.#write(this.#csv, foot.map(csvLine).join(""));
    this.#workbook.add(this.#sheet, foot);
    this.#pdf.foot(foot);
    this.#html.end(foot);
  }

  /** Every file, whole. `figures` is their JSON. */
  async finish(figures: string): Promise<MadeFile[]> {
    this.#write("iati.xml", IATI_END);
    this.#write("epcis.jsonld", EPCIS_END);
    this.#write("figures.json", `${figures}\n`);
    this.#write("report.html", this.#html.finish());
    const made: MadeFile[] = [
      { name: "report.pdf", bytes: await this.#pdf.end(this.#words.pageOf), mediaType: mediaTypes.pdf! },
      { name: "report.xlsx", bytes: await this.#workbook.finish(this.#widths), mediaType: mediaTypes.xlsx! },
    ];
    for (const [name, parts] of this.#texts) {
      const ending = name.slice(name.lastIndexOf(".") + 1);
      made.push({ name, bytes: Buffer.concat(parts), mediaType: mediaTypes[ending]! });
      this.#texts.delete(name);
    }
    return made.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  close(): Promise<void> {
    return this.#workbook.close();
  }

  #write(name: string, text: string): void {
    const parts = this.#texts.get(name) ?? [];
    parts.push(Buffer.from(text));
    this.#texts.set(name, parts);
  }

  #begin<Row>(
    name: keyof typeof sheets & string,
    title: string,
    columns: readonly ReportColumn<Row>[],
  ): void {
    const labels = columns.map(({ label }) => label);
    const { title: of, facts, foot } = this.#head;
    const above = [title, of, ...facts.map(({ label, text }) => `${label}：${text}`), ...foot].map((text) => [
      text,
    ]);
    this.#csv = `${name}.csv`;
    this.#sheet = sheets[name];
    this.#lines = 0;
    this.#write(this.#csv, CSV_START + [...above, labels].map(csvLine).join(""));
    this.#workbook.add(this.#sheet, [...above, labels]);
    this.#widths[this.#sheet] = { name: title, widths: columns.map(({ width }) => width) };
    this.#pdf.begin(title, columns);
    this.#html.begin(name, title, columns);
  }

  #rows(cells: readonly Cell[][]): void {
    this.#write(this.#csv, cells.map(csvLine).join(""));
    this.#workbook.add(this.#sheet, cells);
    const printed = cells.slice(0, Math.max(0, PRINTED_LINES - this.#lines));
    const leftOut = this.#lines <= PRINTED_LINES && this.#lines + cells.length > PRINTED_LINES;
    this.#lines += cells.length;
    this.#pdf.rows(printed);
    this.#html.rows(printed);
    if (!leftOut) return;
    this.#pdf.rows([[this.#words.restInFiles]]);
    this.#html.rows([[this.#words.restInFiles]]);
  }

  #beginHxl<Row>(file: string, sheet: number, columns: readonly HxlColumn<Row>[]): void {
    const heads = hxlHeads(columns);
    this.#write(file, CSV_START + heads.map(csvLine).join(""));
    this.#workbook.add(sheet, heads);
    this.#widths[sheet] = { name: file.slice(0, -".csv".length), widths: columns.map(() => 18) };
  }

  #hxl<Row>(file: string, sheet: number, columns: readonly HxlColumn<Row>[], rows: readonly Row[]): void {
    const cells = rows.map((row) => columns.map((column) => column.cell(row)));
    this.#write(file, cells.map(csvLine).join(""));
    this.#workbook.add(sheet, cells);
  }

  #epcis(events: readonly object[]): void {
    if (events.length === 0) return;
    const text = events.map((event) => JSON.stringify(event)).join(",\n");
    this.#write("epcis.jsonld", (this.#events > 0 ? ",\n" : "") + text);
    this.#events += events.length;
  }
}
