/** An exact decimal number: `digits / 10^scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const LONGEST_TEXT = 400;

/**
 * Reads a plain decimal (`-12.50`, `.5`, `1.2e+21`), no separators. Null when it is anything else.
 */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > LONGEST_TEXT) return null;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return null;
  const digits = BigInt(`${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  const signed = sign === "-" ? -digits : digits;
  return scale >= 0 ? { digits: signed, scale } : { digits: signed * 10n ** BigInt(-scale), scale: 0 };
}

/** `value × 10^power` as a whole number, or null when a fraction would be left. */
export function wholeAt(value: Decimal, power: number): bigint | null {
  const shift = power - value.scale;
  if (shift >= 0) return value.digits * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return value.digits % divisor === 0n ? value.digits / divisor : null;
}

/**
 * The decimal a spreadsheet's double stands for. The shortest decimal is taken when it is whole at `places`
 * decimals; otherwise the 15 significant digits Excel itself shows, so that a cached `=SUM()` of
 * 4059.1900000000005 is 4059.19.
 */
export function decimalOfNumber(value: number, places: number): Decimal | null {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  if (!Number.isFinite(value)) return null;
  const shortest = parseDecimal(String(value));
  if (shortest && wholeAt(shortest, places) !== null) return shortest;
  return parseDecimal(String(Number(value.toPrecision(15))));
}

/** The exact product of two decimals. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** Fen as yuan for people: `4059190000n` → `40,591,900.00`. */
export function yuanText(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  const yuan = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0n ? "-" : ""}${yuan}.${String(size % 100n).padStart(2, "0")}`;
}
