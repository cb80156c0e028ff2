import { buffer } from "node:stream/consumers";
import { formatFullDate, formatTime } from "../dates.ts";
import { checkPrintable } from "../labels/check-printable.server.ts";
import { labelsPdf } from "../labels/pdf.server.ts";
import type { Pen } from "../labels/pen.server.ts";
import { qrSymbol } from "../labels/qr.ts";
import { formatYuan, yuanInWords } from "../money.ts";
import { formatPacks, formatQuantity } from "../quantity.ts";
import { certificateWords as words } from "./certificate.ts";
import { stages } from "./stage.ts";
import type { Drop, Pool, Trace, TracedCase, TracedGift, TracedLot } from "./trace.ts";

/**
 * 《捐赠使用证明》 as a PDF: A4 upright, a gift after the other, as many pages as it takes. Gifts taken back are left out.
 * Throws UnprintableText, naming the characters, before anything is drawn when a name holds one that no font has.
 */
export async function certificatePdf(trace: Trace, url: string): Promise<Uint8Array> {
  checkPrintable([trace, words]);
  const gifts = trace.gifts.filter(({ takenBack }) => !takenBack);
  return buffer(labelsPdf(`${words.title.zh} ${gifts.map(({ number }) => number).join(" ")}`, draw));

  function* draw(pen: Pen): Generator<void> {
    const sheet = new Sheet(pen, url);
    for (const gift of gifts) {
      sheet.open();
      drawHead(sheet, trace, gift);
      gift.lots.forEach((lot) => drawLot(sheet, lot));
      if (gift.money) drawPool(sheet, gift.money);
      if (gift.drops.length > 0) drawDrops(sheet, gift.drops);
      if (gift.cases.length > 0) drawCases(sheet, gift.cases);
    }
    yield;
  }
}

const PAGE = { width: 210, height: 297 };
const LEFT = 20;
const WIDTH = 170;
const RIGHT = LEFT + WIDTH;
const TOP = 22;
const BOTTOM = 268;
const QR_SIDE = 28;
const SUM = { x: 108, width: RIGHT - 108, row: 5.8 };

type Words = { readonly zh: string; readonly en: string };

/** Where on which page the next thing goes. */
class Sheet {
  y = TOP;
  #page = 0;
  readonly #symbol;

  constructor(
    readonly pen: Pen,
    readonly url: string,
  ) {
    this.#symbol = qrSymbol(url, "M");
  }

  /** A new page. */
  open(): void {
    const { pen } = this;
    this.#page += 1;
    pen.openPage(PAGE.width, PAGE.height);
    pen.rule(LEFT, BOTTOM + 3, WIDTH, 0.2);
    pen.text(words.notTax.zh, LEFT, BOTTOM + 8, { size: 8.5 });
    pen.text(words.notTax.en, LEFT, BOTTOM + 12, { size: 6.5 });
    pen.text(this.url, LEFT, BOTTOM + 16.5, { size: 7, width: 120 });
    const { zh, en } = words.page(this.#page);
    pen.text(`${zh}　${en}`, LEFT, BOTTOM + 16.5, { size: 7, width: WIDTH, align: "right" });
    this.y = TOP;
  }

  qr(): void {
    this.pen.qr(this.#symbol, RIGHT - QR_SIDE + 3, TOP - 8, QR_SIDE);
    this.pen.text(words.check.zh, RIGHT - 40, TOP + 22, { size: 7.5, width: 40, align: "right" });
    this.pen.text(words.check.en, RIGHT - 40, TOP + 25, { size: 6, width: 40, align: "right" });
  }

  /** Goes on to a new page when less than this is left. */
  need(height: number): void {
    if (this.y + height > BOTTOM) this.open();
  }

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

  /** Chinese, and small English behind it. */
  both({ zh, en }: Words, x: number, size: number): void {
    const taken = this.pen.text(zh, x, this.y, { size, face: "bold" }) + 1.3;
    this.pen.text(en, x + taken, this.y, { size: size * 0.66 });
  }

  /** A heading over a rule. */
  heading(title: Words): void {
    this.need(18);
    this.y += 9;
    this.both(title, LEFT, 12);
    this.y += 2;
    this.pen.rule(LEFT, this.y, WIDTH, 0.4);
  }

  fact(label: Words, value: string, width = WIDTH - 40): void {
    this.need(6.2);
    const before = this.y;
    this.write(value, LEFT + 40, { size: 11, width, leading: 6.2 });
    const after = this.y;
    this.y = before + 6.2;
    this.both(label, LEFT, 9.5);
    this.y = after;
  }

  /** One row of a 竖式. */
  row(sign: string, label: Words, amount: string, face: "regular" | "bold" = "regular"): void {
    this.y += SUM.row;
    this.pen.text(sign, SUM.x, this.y, { size: 10.5 });
    this.both(label, SUM.x + 6, 9);
    this.pen.text(amount, SUM.x, this.y, { size: 10.5, face, width: SUM.width, align: "right" });
  }

  /** The last row, a rule above it and a double rule below. */
  total(label: Words, amount: string): void {
    this.pen.rule(SUM.x, this.y + 1.5, SUM.width, 0.3);
    this.y += 1;
    this.row("=", label, amount, "bold");
    this.pen.rule(SUM.x, this.y + 1.5, SUM.width, 0.25);
    this.pen.rule(SUM.x, this.y + 2.2, SUM.width, 0.25);
    this.y += 3;
  }
}

function drawHead(sheet: Sheet, trace: Trace, gift: TracedGift): void {
  const { pen } = sheet;
  sheet.qr();
  pen.text(words.title.zh, LEFT, TOP + 5, { size: 24, face: "bold" });
  pen.text(words.title.en, LEFT, TOP + 11, { size: 10 });
  sheet.y = TOP + 15;
  const narrow = WIDTH - 40 - QR_SIDE - 10;
  sheet.fact(words.number, gift.number, narrow);
  sheet.fact(words.donor, trace.donor ?? words.unnamed.zh, narrow);
  const hotline = trace.hotline === null ? "" : `　${words.hotline.zh} ${trace.hotline}`;
  sheet.fact(words.receiver, `${trace.organization}${hotline}`);
  sheet.fact(words.receivedOn, formatFullDate(gift.receivedOn, "zh-CN"));
  sheet.fact(words.use, gift.restriction ?? words.free.zh);
  if (gift.money) {
    const { amountFen } = gift.money;
    sheet.fact(words.money, `${formatYuan(amountFen)} 元（${yuanInWords(amountFen)}）`);
  }
  sheet.fact(words.asOf, moment(trace.asOf));
  if (gift.logIndex !== null) sheet.fact(words.log, `第 ${gift.logIndex} 条`);
}

function drawLot(sheet: Sheet, lot: TracedLot): void {
  const { item, unit, given, pack, valueFen, valueBasis } = lot;
  const rows = stages.filter((stage) => lot.stages[stage] !== 0n);
  sheet.need((rows.length + 2) * SUM.row + 14);
  sheet.y += 4;
  sheet.pen.rule(LEFT, sheet.y, WIDTH, 0.2);
  const top = sheet.y;
  const texts = { width: SUM.x - LEFT - 8, leading: 5.6 };
  sheet.y += 1;
  sheet.write(item, LEFT, { ...texts, size: 12, face: "bold" });
  const details = [formatPacks(given, unit, pack), lot.specification, lot.lotNumber, lot.expiresOn];
  sheet.write(details.filter(Boolean).join("　"), LEFT, { ...texts, size: 9 });
  const value =
    valueBasis === "unvalued"
      ? words.unvalued.zh
      : `${words.value.zh} ${formatYuan(valueFen)} 元（${yuanInWords(valueFen)}）`;
  sheet.write(value, LEFT, { ...texts, size: 9 });
  const textsEnd = sheet.y;
  sheet.y = top + 1;
  rows.forEach((stage, at) => {
    const amount = lot.stages[stage];
    if (amount < 0n) sheet.row("−", words.found, formatQuantity(-amount, unit));
    else sheet.row(at === 0 ? "" : "+", words.stages[stage], formatQuantity(amount, unit));
  });
  sheet.total(words.given, formatQuantity(given, unit));
  sheet.y = Math.max(sheet.y, textsEnd);
}

function drawPool(sheet: Sheet, pool: Pool): void {
  const yuan = (fen: bigint) => `${formatYuan(fen)} 元`;
  sheet.heading(words.pool);
  sheet.write(words.poolText.zh, LEFT, { size: 9.5, width: WIDTH, leading: 5.6 });
  sheet.write(words.poolText.en, LEFT, { size: 7, width: WIDTH, leading: 4 });
  sheet.y += 1;
  sheet.fact(words.poolReceived, yuan(pool.receivedFen));
  sheet.fact(words.poolSpent, yuan(pool.spentFen));
  sheet.need(3 * SUM.row + 6);
  sheet.row("", words.used, yuan(pool.usedFen));
  sheet.row("+", words.left, yuan(pool.leftFen));
  sheet.total(words.given, yuan(pool.amountFen));
  if (pool.payments.length === 0) return;
  sheet.heading(words.payments);
  for (const payment of pool.payments) {
    const purpose = [formatFullDate(payment.paidOn, "zh-CN"), payment.purpose, payment.payee].filter(Boolean);
    sheet.need(7);
    const before = sheet.y;
    sheet.write(purpose.join("　"), LEFT, { size: 9.5, width: 100, leading: 5.6 });
    const amounts = `${yuan(payment.amountFen)}　${words.share.zh} ${yuan(payment.shareFen)}`;
    sheet.pen.text(amounts, LEFT, before + 5.6, { size: 9.5, width: WIDTH, align: "right" });
  }
}

function drawDrops(sheet: Sheet, drops: readonly Drop[]): void {
  sheet.heading(words.deliveries);
  for (const drop of drops) {
    sheet.need(13);
    const before = sheet.y;
    sheet.write(`${drop.township} ${drop.site}`, LEFT, { size: 10.5, width: 110, leading: 6, face: "bold" });
    const state =
      drop.confirmedAt === null ? words.notYet.zh : `${words.signed.zh} ${moment(drop.confirmedAt)}`;
    sheet.pen.text(state, LEFT, before + 6, { size: 9.5, width: WIDTH, align: "right" });
    const amounts = drop.lines.map(({ item, unit, quantity, good }) =>
      [
        `${item} ${words.sent.zh} ${formatQuantity(quantity, unit)}`,
        ...(drop.confirmedAt === null ? [] : [`${words.good.zh} ${formatQuantity(good, unit)}`]),
      ].join("，"),
    );
    sheet.write(amounts.join("；"), LEFT, { size: 9.5, width: WIDTH, leading: 5.4 });
  }
}

function drawCases(sheet: Sheet, cases: readonly TracedCase[]): void {
  sheet.heading(words.cases);
  for (const each of cases) {
    const became = words.decisions[each.decision ?? "open"].zh;
    const again = each.replacement === null ? "" : `（${each.replacement.number}）`;
    const amount = `${each.item} ${words.kinds[each.kind].zh} ${formatQuantity(each.quantity, each.unit)}`;
    sheet.write(`${each.number}　${amount}　${became}${again}`, LEFT, {
      size: 9.5,
      width: WIDTH,
      leading: 5.6,
    });
  }
}

/** On paper the year is always written. What is known by its day alone is kept as the day's beginning. */
const moment = (at: Date): string =>
  [formatFullDate(at, "zh-CN"), formatTime(at)].filter((part) => part !== "00:00").join(" ");
