import type { Locale } from "#db/vocabulary";
import { formatWan } from "#app/domain/money.ts";

/** Fen for a sentence of a summary: 万元 in Chinese, million yuan in English, two decimals; the unit stands beside. */
export const summaryAmount = (fen: bigint, locale: Locale): string =>
  locale === "en" ? formatWan(fen / 100n) : formatWan(fen);
