import type { Locale } from "#db/vocabulary";
import { formatWan } from "#app/domain/money.ts";

/** Fen for a sentence of a summary: 万元 in Chinese, million yuan in English, two decimals; the unit stands beside. */
export const summaryAmount = (fen: bigint, locale: Locale): string =>
  locale === "en" ? formatWan(fen / 100n) : formatWan(fen);

/** Do the rounded amounts not add up, although the exact ones do? Then the reader is told. */
export function showsRounding(
  received: bigint,
  taken: readonly bigint[],
  left: bigint,
  locale: Locale,
): boolean {
  const shown = (fen: bigint) => BigInt(summaryAmount(fen, locale).replace(/[,.]/g, "").replace("−", "-"));
  return taken.reduce((sum, fen) => sum - shown(fen), shown(received)) !== shown(left);
}
