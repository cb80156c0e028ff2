import { formatWhole } from "./quantity.ts";

/** Fewer people than this could be told apart by who knows the place. */
export const SMALLEST_SHOWN = 5;

/** A count of people or households as it may be public: 1 to 4 are not told apart. */
export type PublicCount = number | "few";

/** 0 and 5 upwards as they are; 1 to 4 become "few", so that nobody is found by being one of them. */
export const publicCount = (count: number): PublicCount =>
  count > 0 && count < SMALLEST_SHOWN ? "few" : count;

/** The same in figures, "<5" for a few: for public pages and files. Figures read alike in every language. */
export function publicCountText(count: PublicCount): string {
  const shown = count === "few" ? count : publicCount(count);
  return shown === "few" ? `<${SMALLEST_SHOWN}` : formatWhole(BigInt(shown));
}
