import { foldedText, type Cell } from "./cell.ts";
import { chineseAmount } from "./chinese-number.ts";
import { decimalOfNumber, parseDecimal, wholeAt, type Decimal } from "./decimal.ts";

/** Units money is written in → power of ten over the yuan. */
export const MONEY_UNITS = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 } as const;
export type MoneyUnit = keyof typeof MONEY_UNITS;
const MONEY_UNIT_NAMES: readonly MoneyUnit[] = ["元", "千元", "万元", "百万元", "亿元"];

/** Larger amounts could not travel as a plain JSON number, and no gift comes near. */
export const LARGEST_FEN = BigInt(Number.MAX_SAFE_INTEGER);

export interface AmountRead {
  fen: bigint;
  /** The unit written in the cell itself, over the sheet's. */
  statedUnit: MoneyUnit | null;
  fromWords: boolean;
}
export type AmountFailure = {
  code: "amount_missing" | "amount_unreadable" | "amount_too_precise" | "amount_too_large";
};

const PENDING =
  /^(价值|折价|金额|价格)?(待(确认|定|核定?|核实|核价|估价?|评估|补|议)|未(定价?|估价?|确认|核定)|暂无|暂未.{0,4}|无法?估?价?|无|不详|面议|-+|\/+|\\+|n\/?a|tbc|tbd|unvalued|pending)$/i;

/** Words for "not valued yet": 待确认, 待定, 未估价, `-` … */
export function isPending(cell: Cell | undefined): boolean {
  return PENDING.test(foldedText(cell));
}

/** The money unit named in a header or note, such as `金额（万元）` or `单位：元`, or null. */
export function moneyUnitIn(text: string): MoneyUnit | null {
  const match = /(亿元|百万元|千元|万元|元|圆|yuan|rmb|cny)/i.exec(text)?.[1];
  if (match !== undefined && /圆|yuan|rmb|cny/i.test(match)) return "元";
  return MONEY_UNIT_NAMES.find((unit) => unit === match) ?? null;
}

/**
 * Reads an amount exactly: `128,900元`, `44.49万元`, `￥1,234.50`, `３８．６２`, `(500)`, `壹万元整`, or a number
 * in `unit`. The sign is kept; judging it is the caller's.
 */
export function readAmount(cell: Cell | undefined, unit: MoneyUnit): AmountRead | AmountFailure {
  if (cell === undefined || isPending(cell)) return { code: "amount_missing" };
  if (cell.uncalculated || cell.isDate) return { code: "amount_unreadable" };
  if (typeof cell.raw === "number") {
    const places = 2 + MONEY_UNITS[unit];
    return inFen(decimalOfNumber(cell.raw, places), unit, null);
  }
  return amountOfText(foldedText(cell), unit);
}

const WRITTEN =
  /^([+-]?)(?:人民币|rmb|cny)?:?[¥]?([+-]?)([\d,]*\.?\d*(?:e[+-]?\d{1,3})?)(?:(亿|百万|千|万)?(元|圆|块)?)(?:整|正|人民币)?$/i;

function amountOfText(text: string, unit: MoneyUnit): AmountRead | AmountFailure {
  const accounting = /^\((.+)\)$/.exec(text)?.[1];
  const match = WRITTEN.exec(accounting ?? text);
  if (!match) {
    const inWords = chineseAmount(text);
    return inWords ? inFen(inWords, "元", null, true) : { code: "amount_unreadable" };
  }
  const [, sign = "", innerSign = "", digits = "", power, yuan] = match;
  if ((sign && innerSign) || !isGrouped(digits)) return { code: "amount_unreadable" };
  const negative = accounting !== undefined || sign === "-" || innerSign === "-";
  const stated = power || yuan ? moneyUnitIn(`${power ?? ""}元`) : null;
  const decimal = parseDecimal(`${negative ? "-" : ""}${digits.replaceAll(",", "")}`);
  return inFen(decimal, stated ?? unit, stated);
}

function isGrouped(digits: string): boolean {
  return !digits.includes(",") || /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits);
}

function inFen(
  decimal: Decimal | null,
  unit: MoneyUnit,
  statedUnit: MoneyUnit | null,
  fromWords = false,
): AmountRead | AmountFailure {
  if (decimal === null) return { code: "amount_unreadable" };
  const fen = wholeAt(decimal, 2 + MONEY_UNITS[unit]);
  if (fen === null) return { code: "amount_too_precise" };
  if (fen > LARGEST_FEN || fen < -LARGEST_FEN) return { code: "amount_too_large" };
  return { fen, statedUnit, fromWords };
}
