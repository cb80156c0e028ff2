import { foldedText, type Cell } from "./cell.ts";
import { chineseNumber } from "./chinese-number.ts";
import { decimalOfNumber, multiply, parseDecimal, wholeAt, type Decimal } from "./decimal.ts";
import type { Pack } from "./reading.ts";

/** A thousand million pieces in one line is a slip of the keyboard. */
export const LARGEST_QUANTITY = 1_000_000_000n;

export interface QuantityRead {
  /** Whole base units; the sign is kept, judging it is the caller's. */
  quantity: bigint;
  /** The unit written in the cell itself: of the base unit. */
  unit: string | null;
  pack: Pack | null;
}
export type QuantityFailure = {
  code: "quantity_missing" | "quantity_unreadable" | "quantity_not_whole" | "quantity_too_large";
};

const NUMERAL = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const COUNTED = new RegExp(String.raw`^(${NUMERAL})(百|千|万|亿)?([^\d×,.+=()-]{0,8})$`);
const POWERS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 亿: 8 };
const OUTER_UNITS = new Set("箱 件 盒 包 袋 桶 托 板 提 捆 扎 组 打 车 条 罐".split(" "));

interface Counted {
  count: Decimal;
  unit: string;
}

/** Reads `3320`, `３３２０`, `3320箱`, `2万只`, `十箱`, `3箱×2000只`, `3箱（2000只/箱）`, `3箱，每箱2000只`. */
export function readQuantity(cell: Cell | undefined): QuantityRead | QuantityFailure {
  if (cell === undefined) return { code: "quantity_missing" };
  if (cell.uncalculated || cell.isDate) return { code: "quantity_unreadable" };
  if (typeof cell.raw === "number") return judged(decimalOfNumber(cell.raw, 0), null, null);
  const text = foldedText(cell).replace(/[✕✖╳*]|(?<=[\d\p{Script=Han}])[xX](?=\d)/gu, "×");
  if (/^[-/]+$/.test(text)) return { code: "quantity_missing" };
  const factors = packFactors(text);
  if (factors) return readPack(factors, text);
  const counted = readCounted(text);
  return counted ? judged(counted.count, counted.unit || null, null) : { code: "quantity_unreadable" };
}

function readCounted(text: string): Counted | null {
  const match = COUNTED.exec(text);
  if (match) {
    const [, digits = "", power, unit = ""] = match;
    const count = parseDecimal(digits.replaceAll(",", ""));
    if (count === null || /[约左右余多近]/.test(unit)) return null;
    return { count: multiply(count, { digits: 10n ** BigInt(POWERS[power ?? ""] ?? 0), scale: 0 }), unit };
  }
  const words = /^([〇零一二两三四五六七八九十百千万]+)([^\d×,.+=()-]{0,6})$/.exec(text);
  const count = words?.[1] === undefined ? null : chineseNumber(words[1]);
  return count === null ? null : { count: { digits: count, scale: 0 }, unit: words?.[2] ?? "" };
}

/** The parts of `A×B`, `A(B/u)` or `A,每uB`, outermost first; null when the text is no pack. */
function packFactors(text: string): string[] | null {
  const body = text.replace(/=.*$/, "");
  if (body.includes("×")) return body.split("×");
  const match =
    /^([^(),]+)\((?:每[^\d()]{1,3})?([^()]+)\)$/.exec(body) ?? /^([^,]+),?每[^\d,]{1,3}([^,]+)$/.exec(body);
  return match?.[1] && match[2] && /\d/.test(match[2]) ? [match[1], match[2]] : null;
}

function readPack(factors: string[], text: string): QuantityRead | QuantityFailure {
  const parts: Counted[] = [];
  for (const factor of factors) {
    const part = readCounted(factor.replace(/^\(|\)$/g, "").replace(/(\/|每)[^\d/]{1,3}$/, ""));
    if (part === null) return { code: "quantity_unreadable" };
    parts.push(part);
  }
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!first || !last) return { code: "quantity_unreadable" };
  const innerFirst = OUTER_UNITS.has(last.unit) && !OUTER_UNITS.has(first.unit) && first.unit !== "";
  const ordered = innerFirst ? [...parts].reverse() : parts;
  const product = parts.map((part) => part.count).reduce(multiply);
  const base = innerFirst ? first : last;
  const stated = /=(.*)$/.exec(text)?.[1];
  if (stated !== undefined && !sameCount(readCounted(stated), product))
    return { code: "quantity_unreadable" };
  return judged(product, base.unit || null, packOf(ordered));
}

function packOf(ordered: Counted[]): Pack | null {
  const [outer, ...inner] = ordered;
  if (!outer || inner.length === 0) return null;
  const count = wholeAt(outer.count, 0);
  const size = wholeAt(inner.map((part) => part.count).reduce(multiply), 0);
  return count === null || size === null ? null : { count, unit: outer.unit, size };
}

function sameCount(counted: Counted | null, product: Decimal): boolean {
  return counted !== null && wholeAt(counted.count, 6) === wholeAt(product, 6);
}

function judged(
  count: Decimal | null,
  unit: string | null,
  pack: Pack | null,
): QuantityRead | QuantityFailure {
  if (count === null) return { code: "quantity_unreadable" };
  const quantity = wholeAt(count, 0);
  if (quantity === null) return { code: "quantity_not_whole" };
  return quantity > LARGEST_QUANTITY ? { code: "quantity_too_large" } : { quantity, unit, pack };
}
