import { buffer } from "node:stream/consumers";
import { checkPrintable } from "../labels/check-printable.server.ts";
import { labelsPdf } from "../labels/pdf.server.ts";
import type { Pen } from "../labels/pen.server.ts";
import { qrSymbol } from "../labels/qr.ts";
import { formatFullDate, formatTime } from "../dates.ts";
import { formatPacking, formatQuantity } from "../quantity.ts";
import { type PaperLine, type PaperSigning, paperWords as words, type ReceiptPaper } from "./paper.ts";

/**
 * 《物资签收单》 as a PDF: A4 upright, as many pages as it takes. Throws UnprintableText, naming the characters, before
 * anything is drawn when a name holds one that no font has.
 */
export async function receiptPdf(paper: ReceiptPaper): Promise<Uint8Array> {
  checkPrintable([paper, words]);
  return buffer(labelsPdf(`${words.title.zh} ${paper.number}`, (pen) => draw(pen, paper)));
}

const PAGE = { width: 210, height: 297 };
const LEFT = 18;
const WIDTH = 174;
const RIGHT = LEFT + WIDTH;
const TOP = 20;
const BOTTOM = 276;
const QR_SIDE = 27;
const SUM = { x: 108, width: RIGHT - 108, row: 5.4 };
const STROKES = { width: 60, height: 20, scale: 0.1 };

/** Where on which page the next thing goes. */
class Sheet {
  readonly pen: Pen;
  readonly #paper: ReceiptPaper;
  y = BOTTOM;
  #page = 0;

  constructor(pen: Pen, paper: ReceiptPaper) {
    this.pen = pen;
    this.#paper = paper;
  }

  /** Goes on to a new page when less than this is left. */
  need(height: number): void {
    if (this.#page > 0 && this.y + height <= BOTTOM) return;
    this.#page += 1;
    this.pen.openPage(PAGE.width, PAGE.height);
    const { zh, en } = words.page(this.#page);
    const { number, url } = this.#paper;
    this.pen.rule(LEFT, BOTTOM + 4, WIDTH, 0.2);
    this.pen.text(`${words.title.zh} ${number}　${url.toLowerCase()}`, LEFT, BOTTOM + 8.5, {
      size: 7.5,
      width: 130,
    });
    this.pen.text(`${zh}　${en}`, LEFT, BOTTOM + 8.5, { size: 7.5, width: WIDTH, align: "right" });
    this.y = TOP;
  }

  /** Text in lines of this leading, as many as it takes; none is cut. */
  write(
    text: string,
    x: number,
    style: { size: number; width: number; leading: number; face?: "bold" },
  ): void {
    for (const line of this.pen.linesOf(text, style)) {
      this.need(style.leading);
      this.y += style.leading;
      this.pen.text(line, x, this.y, style);
    }
  }
}

function* draw(pen: Pen, paper: ReceiptPaper): Generator<void> {
  const sheet = new Sheet(pen, paper);
  sheet.need(BOTTOM - TOP);
  drawHead(sheet, paper);
  for (const line of paper.lines) drawLine(sheet, line, paper.state === "cancelled");
  sheet.need(20);
  sheet.y += 9;
  both(pen, words.signings, LEFT, sheet.y, 12);
  sheet.y += 2;
  pen.rule(LEFT, sheet.y, WIDTH, 0.4);
  if (paper.signings.length === 0) {
    sheet.y += 6;
    both(pen, words.none, LEFT, sheet.y, 9.5);
  }
  for (const signing of paper.signings) drawSigning(sheet, signing);
  yield;
}

type Words = { zh: string; en: string };

/** Chinese, and small English behind it. Returns the width it took. */
function both(pen: Pen, { zh, en }: Words, x: number, y: number, size: number): number {
  const taken = pen.text(zh, x, y, { size, face: "bold" }) + 1.2;
  return taken + pen.text(en, x + taken, y, { size: size * 0.68 });
}

function drawHead(sheet: Sheet, paper: ReceiptPaper): void {
  const { pen } = sheet;
  const symbol = qrSymbol(paper.url, "M");
  pen.qr(symbol, RIGHT - QR_SIDE + 3, TOP - 7, QR_SIDE);
  pen.text(words.check.zh, RIGHT - 40, TOP + 21.5, { size: 7.5, width: 40, align: "right" });
  pen.text(words.check.en, RIGHT - 40, TOP + 24.6, { size: 6, width: 40, align: "right" });
  pen.text(words.title.zh, LEFT, TOP + 6, { size: 22, face: "bold" });
  pen.text(words.title.en, LEFT, TOP + 11.5, { size: 10 });
  sheet.y = TOP + 15;
  const facts: [Words, string][] = [
    [words.number, paper.number],
    [
      words.from,
      [paper.organization, paper.hotline && `${words.hotline.zh} ${paper.hotline}`]
        .filter(Boolean)
        .join("　"),
    ],
    [words.warehouse, paper.warehouse],
    [words.to, `${paper.site}（${paper.township}）`],
    [words.boxes, `${paper.boxes}`],
    [words.sentAt, paper.sentAt === null ? "—" : moment(paper.sentAt)],
    [words.state, `${words.states[paper.state].zh} ${words.states[paper.state].en}`],
  ];
  for (const [label, value] of facts) {
    const before = sheet.y;
    sheet.write(value, LEFT + 36, { size: 10.5, width: WIDTH - 36 - QR_SIDE - 12, leading: 5.6 });
    both(pen, label, LEFT, before + 5.6, 9.5);
  }
  sheet.y += 4;
}

function drawLine(sheet: Sheet, line: PaperLine, calledOff: boolean): void {
  const { pen } = sheet;
  const missing: [Words, bigint][] = [
    [words.short, line.short],
    [words.damaged, line.damaged],
    [calledOff ? words.calledOff : words.toCome, line.toCome],
  ];
  const rows = missing.filter(([, amount]) => amount > 0n);
  const texts = { width: SUM.x - LEFT - 6, leading: 5.2 };
  const names = pen.linesOf(line.item, { ...texts, size: 11, face: "bold" });
  const sumHeight = (rows.length + 2) * SUM.row + 4 + (line.extra > 0n ? SUM.row : 0);
  sheet.need(Math.max(sumHeight, (names.length + 2) * 5.2) + 4);
  pen.rule(LEFT, sheet.y, WIDTH, 0.2);
  const top = sheet.y;
  sheet.y += 1;
  sheet.write(line.item, LEFT, { ...texts, size: 11, face: "bold" });
  if (line.specification) sheet.write(line.specification, LEFT, { ...texts, size: 8.5 });
  const pack = line.packName && line.packSize ? { name: line.packName, size: line.packSize } : undefined;
  const packing = formatPacking(line.quantity, line.unit, pack);
  if (packing) sheet.write(packing, LEFT, { ...texts, size: 8.5 });
  const namesEnd = sheet.y;
  sheet.y = top + 1;
  drawSum(sheet, line, rows);
  sheet.y = Math.max(sheet.y, namesEnd) + 3;
}

/** 竖式: 应收 − 短少 − 破损 − 还没到 = 实收, a rule above the total and a double rule below. */
function drawSum(sheet: Sheet, line: PaperLine, rows: [Words, bigint][]): void {
  const { pen } = sheet;
  const { quantity, good, unit, extra } = line;
  const row = (sign: string, label: Words, amount: bigint, face: "regular" | "bold" = "regular") => {
    sheet.y += SUM.row;
    pen.text(sign, SUM.x, sheet.y, { size: 10.5 });
    both(pen, label, SUM.x + 6, sheet.y, 9.5);
    const style = { size: 11, face, width: SUM.width, align: "right" } as const;
    pen.text(formatQuantity(amount, unit), SUM.x, sheet.y, style);
  };
  row("", words.sent, quantity);
  for (const [label, amount] of rows) row("−", label, amount);
  pen.rule(SUM.x, sheet.y + 1.4, SUM.width, 0.3);
  sheet.y += 1;
  row("=", words.good, good, "bold");
  pen.rule(SUM.x, sheet.y + 1.4, SUM.width, 0.25);
  pen.rule(SUM.x, sheet.y + 2.1, SUM.width, 0.25);
  sheet.y += 2.5;
  if (extra > 0n) row("", words.extra, extra);
}

function drawSigning(sheet: Sheet, signing: PaperSigning): void {
  const { pen } = sheet;
  const { n, part, by, at, agreed, signature, signed } = signing;
  sheet.need(24);
  sheet.y += 6.5;
  const kind = part ? words.part : words.last;
  const taken = pen.text(`${n}. ${by}`, LEFT, sheet.y, { size: 11, face: "bold", width: 90 });
  both(pen, kind, LEFT + taken + 4, sheet.y, 9);
  pen.text(moment(at), LEFT, sheet.y, { size: 9.5, width: WIDTH, align: "right" });
  sheet.y += 0.8;
  for (const said of agreed.split("\n"))
    sheet.write(said, LEFT + 5, { size: 10, width: WIDTH - 5, leading: 5.2 });
  if (signature !== null) drawSignature(sheet, signature);
  else if (signed) {
    sheet.need(6);
    sheet.y += 5.2;
    both(pen, words.drawn, LEFT + 5, sheet.y, 8);
  }
  sheet.y += 3;
  pen.rule(LEFT, sheet.y, WIDTH, 0.2);
}

function drawSignature(sheet: Sheet, path: string): void {
  sheet.need(STROKES.height + 4);
  const x = RIGHT - STROKES.width;
  sheet.pen.frame(x, sheet.y + 2, STROKES.width, STROKES.height, 0.15);
  sheet.pen.strokes(path, x, sheet.y + 2, STROKES.scale);
  sheet.y += STROKES.height + 2;
}

/** On paper the year is always written. */
const moment = (at: Date): string => `${formatFullDate(at, "zh-CN")} ${formatTime(at)}`;
