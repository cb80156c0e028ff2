import { formatYuan } from "#app/domain/money.ts";
import { formatWhole } from "#app/domain/quantity.ts";

/**
 * A count for a sentence, "16,000": from a bigint, a number, or the decimal string that amounts travel as. Text that
 * is not a whole number comes back as it is.
 */
export function count(value: bigint | number | string): string {
  const text = String(value);
  return /^-?\d+$/.test(text) ? formatWhole(BigInt(text)) : text;
}

/** Fen, as the decimal string they travel as, in yuan: "1234" is "12.34". */
export function yuan(fen: string): string {
  return /^-?\d+$/.test(fen) ? formatYuan(BigInt(fen)) : fen;
}

/** How much is missing: wanted − available, both whole decimal strings. */
export function shortfall(wanted: string, available: string): string {
  const whole = /^-?\d+$/;
  return whole.test(wanted) && whole.test(available) ? String(BigInt(wanted) - BigInt(available)) : wanted;
}
