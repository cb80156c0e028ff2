import PDFDocument from "pdfkit";
import { printingFont } from "../../labels/fonts.server.ts";
import type { Cell } from "../../reports/column.ts";
import { formatYuan } from "../../money.ts";
import { formatWhole } from "../../quantity.ts";
import type { PublicationHead } from "../head.ts";

/** A4 landscape in points. */
const PAGE = { width: 841.89, height: 595.28, margin: 28 };
const WIDTH = PAGE.width - 2 * PAGE.margin;
const TEXT_SIZE = 6;
const LINE = TEXT_SIZE * 1.35;
const PADDING = 2;
/** Rows that the widths of columns are taken from. */
const SAMPLE = 500;
/** Text of so many Chinese characters stands on one line where there is room. */
const EASY_EMS = 6;

export interface PdfColumn {
  label: string;
  numeric?: boolean | undefined;
  /** Relative to the others. */
  width: number;
}

/**
 * Official tables on A4 landscape, written row by row: heads again on every page, long text wrapped inside its cell,
 * numbers right. Widths are estimated per character rather than shaped twice, which is what keeps thousands of rows quick.
 */
export class TablePdf {
  readonly #doc: PDFKit.PDFDocument;
  readonly #head: PublicationHead;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;
  #columns: { label: string; numeric: boolean; x: number; width: number }[] = [];
  #begun: { title: string; columns: readonly PdfColumn[] } | undefined;
  #y = 0;

  constructor(head: PublicationHead) {
    this.#head = head;
    this.#doc = new PDFDocument({
      size: "A4",
      layout: "landscape",
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      lang: "zh-CN",
      info: { Title: head.title, Creator: "Jieli" },
    });
    this.#doc.registerFont("regular", printingFont("regular").bytes);
    this.#doc.registerFont("bold", printingFont("bold").bytes);
    this.#doc.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve) => this.#doc.on("end", resolve));
  }

  /** Begins a table on a page of its own, under the head; the first rows say how wide its columns must be. */
  begin(title: string, columns: readonly PdfColumn[]): void {
    this.#begun = { title, columns };
  }

  rows(rows: readonly (readonly Cell[])[]): void {
    this.#open(rows);
    for (const row of rows) this.#row(row, "regular");
  }

  foot(rows: readonly (readonly Cell[])[]): void {
    this.#open(rows);
    for (const row of rows) this.#row(row, "bold");
  }

  /** Page numbers and the lines that stand below every page, then the file's bytes. */
  async end(pageOf: (page: number, pages: number) => string): Promise<Buffer> {
    const { count } = this.#doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#doc.switchToPage(page);
      const lines = [...this.#head.foot.flatMap((text) => wrapped(text, WIDTH)), pageOf(page + 1, count)];
      const top = PAGE.height - PAGE.margin - (lines.length - 1) * LINE;
      lines.forEach((line, i) => this.#text(line, PAGE.margin, top + i * LINE, "regular"));
    }
    this.#doc.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }

  #open(rows: readonly (readonly Cell[])[]): void {
    if (!this.#begun) return;
    const { title, columns } = this.#begun;
    this.#begun = undefined;
    let x = PAGE.margin;
    this.#columns = widthsOf(columns, rows).map((width, i) => {
      const { label, numeric = false } = columns[i]!;
      const column = { label, numeric, x, width };
      x += width;
      return column;
    });
    this.#doc.addPage();
    this.#y = PAGE.margin;
    this.#title(title);
    this.#heads();
  }

  #title(title: string): void {
    const { title: of, facts } = this.#head;
    this.#text(title, PAGE.margin, this.#y, "bold", 13);
    this.#y += 18;
    this.#text(of, PAGE.margin, this.#y, "regular", 8);
    this.#y += 14;
    const columns = 3;
    const room = WIDTH / columns - 8;
    const said = facts.map(({ label, text }) => `${label}：${text}`);
    const short = said.filter((text) => widthOf(text, 7) <= room);
    for (let at = 0; at < short.length; at += columns) {
      short
        .slice(at, at + columns)
        .forEach((text, i) => this.#text(text, PAGE.margin + (i * WIDTH) / columns, this.#y, "regular", 7));
      this.#y += 11;
    }
    const long = said.filter((text) => !short.includes(text));
    for (const line of long.flatMap((text) => wrapped(text, WIDTH, 7))) {
      this.#text(line, PAGE.margin, this.#y, "regular", 7);
      this.#y += 11;
    }
    this.#y += 4;
  }

  #heads(): void {
    this.#row(
      this.#columns.map(({ label }) => label),
      "bold",
    );
  }

  #row(cells: readonly Cell[], face: "regular" | "bold"): void {
    const lines = this.#columns.map(({ width }, i) =>
      wrapped(printed(cells[i] ?? null), width - 2 * PADDING),
    );
    const height = Math.max(...lines.map(({ length }) => length), 1) * LINE + 2 * PADDING;
    const footLines = this.#head.foot.flatMap((text) => wrapped(text, WIDTH)).length + 1;
    if (this.#y + height > PAGE.height - PAGE.margin - footLines * LINE - 6) {
      this.#doc.addPage();
      this.#y = PAGE.margin;
      if (face === "regular") this.#heads();
    }
    this.#columns.forEach(({ x, width, numeric }, i) => {
      const isNumber = numeric && (face === "bold" || typeof cells[i] !== "string");
      lines[i]!.forEach((line, n) => {
        const left = isNumber ? x + width - PADDING - widthOf(line) : x + PADDING;
        this.#text(line, left, this.#y + PADDING + n * LINE, face);
      });
    });
    this.#y += height;
    this.#doc
      .moveTo(PAGE.margin, this.#y)
      .lineTo(PAGE.width - PAGE.margin, this.#y)
      .lineWidth(face === "bold" ? 0.7 : 0.3)
      .stroke("#7c8995");
  }

  #text(text: string, x: number, y: number, face: "regular" | "bold", size = TEXT_SIZE): void {
    this.#doc.font(face).fontSize(size).fillColor("#14202b").text(text, x, y, { lineBreak: false });
  }
}

function printed(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  return "fen" in cell ? formatYuan(cell.fen) : formatWhole(cell.whole);
}

/** Estimates for Noto Sans SC, on the wide side. */
function widthOf(text: string, size = TEXT_SIZE): number {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * size;
}

function emOf(character: string): number {
  if (character >= "\u2e80") return 1;
  if (/[0-9a-z.,:;'\-− ]/.test(character)) return 0.56;
  return /[WM@%…—]/.test(character) ? 1 : 0.72;
}

/**
 * Each column is wide enough for its longest number or word among these rows, and for short texts whole, and shares in
 * the rest by weight. Where the page is too narrow for that, short texts give way first, then the longest words.
 */
function widthsOf(columns: readonly PdfColumn[], rows: readonly (readonly Cell[])[]): number[] {
  const words: number[] = [];
  const easy: number[] = [];
  columns.forEach(({ label }, i) => {
    const cells = [label, ...rows.slice(0, SAMPLE).map((row) => printed(row[i] ?? null))];
    const word = Math.max(...cells.flatMap(piecesOf).map((piece) => widthOf(piece)));
    const text = Math.min(Math.max(...cells.map((cell) => widthOf(cell))), EASY_EMS * TEXT_SIZE);
    words.push(word + 2 * PADDING + 1);
    easy.push(Math.max(word, text) + 2 * PADDING + 1);
  });
  const spare = WIDTH - sumOf(easy);
  if (spare >= 0) {
    const weights = sumOf(columns.map(({ width }) => width));
    return easy.map((width, i) => width + (columns[i]!.width / weights) * spare);
  }
  const room = WIDTH - sumOf(words);
  if (room < 0) return capped(words, WIDTH);
  const wish = sumOf(easy) - sumOf(words);
  return words.map((width, i) => width + ((easy[i]! - width) / wish) * room);
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** The widest are cut to one same width, so that all fit into the total and the others stay as they are. */
function capped(widths: readonly number[], total: number): number[] {
  let left = total;
  const ascending = [...widths].sort((a, b) => a - b);
  for (const [i, width] of ascending.entries()) {
    const share = left / (ascending.length - i);
    if (width > share) return widths.map((each) => Math.min(each, share));
    left -= width;
  }
  return [...widths];
}

/** What is never broken apart: a run of letters, digits and the signs of numbers, or one Chinese character. */
const piecesOf = (text: string): string[] => text.match(/[0-9A-Za-z.,:'\-−+]+|\s+|./gu) ?? [];

/** Breaks between any two Chinese characters, and inside a word only where it would not fit at all. */
function wrapped(text: string, room: number, size = TEXT_SIZE): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const take = (piece: string) => {
    const width = widthOf(piece, size);
    if (used + width > room && line !== "") {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += piece;
    used += width;
  };
  for (const piece of piecesOf(text.replace(/\s+/g, " "))) {
    if (widthOf(piece, size) <= room) take(piece);
    else for (const character of piece) take(character);
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}
