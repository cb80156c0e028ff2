import type { Decimal } from "./decimal.ts";

const DIGITS: Record<string, bigint> = {};
["零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].forEach(
  (letters, value) => {
    for (const letter of letters) DIGITS[letter] = BigInt(value);
  },
);
const TENS: Record<string, bigint> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };
const GROUPS: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n };

/** Reads a whole number in Chinese numerals (`十二`, `壹拾贰万叁仟`, `二〇二二`), or null. */
export function chineseNumber(text: string): bigint | null {
  if (text === "" || text.length > 30) return null;
  const letters = [...text];
  if (letters.every((letter) => letter in DIGITS))
    return BigInt(letters.map((letter) => DIGITS[letter]).join(""));
  let total = 0n;
  let group = 0n;
  let digit: bigint | null = null;
  for (const letter of letters) {
    const tens = TENS[letter];
    const groupSize = GROUPS[letter];
    if (tens !== undefined) {
      group += (digit ?? 1n) * tens;
      digit = null;
    } else if (groupSize !== undefined) {
      total = (total + group + (digit ?? 0n)) * groupSize;
      group = 0n;
      digit = null;
    } else {
      const value = DIGITS[letter];
      if (value === undefined) return null;
      digit = value;
    }
  }
  return total + group + (digit ?? 0n);
}

/** Reads an amount in formal numerals (`壹拾贰万捌仟玖佰元整`, `伍元叁角贰分`) as yuan, or null. */
export function chineseAmount(text: string): Decimal | null {
  const match =
    /^(?:人民币)?(?:([^元圆角分整正]+)[元圆])?(?:零?([^元圆角分整正])角)?(?:零?([^元圆角分整正])分)?[整正]?$/.exec(
      text,
    );
  if (!match || (match[1] ?? match[2] ?? match[3]) === undefined) return null;
  const [yuan, jiao, fen] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? 0n : chineseNumber(part),
  );
  if (yuan == null || jiao == null || fen == null || jiao > 9n || fen > 9n) return null;
  return { digits: yuan * 100n + jiao * 10n + fen, scale: 2 };
}
