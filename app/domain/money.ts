import { formatWhole } from "#app/domain/quantity.ts";

export type YuanVerdict =
  | { ok: true; fen: bigint }
  | { ok: false; reason: "empty" | "not_a_number" | "negative" | "too_precise" | "too_large" };

const LARGEST_FEN = 10n ** 15n;
const DECIMALS = new Map([
  ["", 2],
  ["万", 6],
  ["亿", 10],
]);

/**
 * Fen from an amount in yuan as typed: "1,234.50", "￥1,234.5元", "12.5万元", "1.2亿", full-width digits.
 * Commas must group by three, so that "1,5" is never read as 15. `too_precise` is less than one fen;
 * `too_large` is more than ten trillion yuan.
 */
export function parseYuan(text: string): YuanVerdict {
  const bare = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace("。", ".")
    .replace(/^([-−+]?)(?:人民币|RMB|CNY)?¥?/i, "$1")
    .replace(/元$/, "");
  if (bare === "") return { ok: false, reason: "empty" };
  const match = /^([-−+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?([万亿]?)$/.exec(bare);
  const decimals = DECIMALS.get(match?.[4] ?? "");
  if (!match?.[2] || decimals === undefined) return { ok: false, reason: "not_a_number" };
  if (match[1] === "-" || match[1] === "−") return { ok: false, reason: "negative" };
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  if (fraction.length > decimals) return { ok: false, reason: "too_precise" };
  const whole = match[2].replaceAll(",", "").replace(/^0+(?=\d)/, "");
  if (whole.length > 16) return { ok: false, reason: "too_large" };
  const fen = BigInt(whole + fraction.padEnd(decimals, "0"));
  return fen > LARGEST_FEN ? { ok: false, reason: "too_large" } : { ok: true, fen };
}

/** Yuan with two decimals, "1,234.50", and U+2212 as the minus sign. Both languages write amounts alike. */
export function formatYuan(fen: bigint, _locale?: "zh-CN" | "en"): string {
  return formatHundredths(fen);
}

/** 万元 with two decimals, rounded half away from zero from the exact fen: 12,345,678 fen is "12.35". */
export function formatWan(fen: bigint): string {
  const hundredths = (magnitude(fen) + 5_000n) / 10_000n;
  return formatHundredths(fen < 0n ? -hundredths : hundredths);
}

/**
 * The part of a value that travels with `part` of `amount`, in fen, rounded down. Handing out a lot in steps, pass what
 * is left of both each time: the last step then takes the remaining fen. Throws a RangeError unless 0 ≤ part ≤ amount.
 */
export function shareOfValue(valueFen: bigint, amount: bigint, part: bigint): bigint {
  if (valueFen < 0n || amount <= 0n || part < 0n || part > amount) {
    throw new RangeError(`no share of ${valueFen} fen for ${part} of ${amount}`);
  }
  return (valueFen * part) / amount;
}

const NUMERALS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES = [
  [1000n, "仟"],
  [100n, "佰"],
  [10n, "拾"],
  [1n, ""],
] as const;

/**
 * 人民币大写, as written on vouchers (支付结算办法 appendix 1): "人民币壹万陆仟肆佰零玖元零贰分". 整 closes an amount
 * without fen, also after 角, so that nothing can be added behind it.
 */
export function yuanInWords(fen: bigint): string {
  const sign = fen < 0n ? "负" : "";
  const whole = magnitude(fen) / 100n;
  const jiao = (magnitude(fen) / 10n) % 10n;
  const lastFen = magnitude(fen) % 10n;
  const yuan = whole === 0n ? "" : `${wholeInWords(whole)}元`;
  if (jiao === 0n && lastFen === 0n) return `人民币${sign}${yuan || "零元"}整`;
  const gap = jiao === 0n && yuan ? "零" : "";
  const tenths = jiao === 0n ? gap : `${numeral(jiao)}角`;
  return `人民币${sign}${yuan}${tenths}${lastFen === 0n ? "整" : `${numeral(lastFen)}分`}`;
}

function wholeInWords(number: bigint): string {
  if (number >= 10n ** 8n) return joinAt(number, 10n ** 8n, "亿");
  if (number >= 10n ** 4n) return joinAt(number, 10n ** 4n, "万");
  return belowTenThousand(number);
}

function joinAt(number: bigint, size: bigint, name: string): string {
  const rest = number % size;
  const gap = rest > 0n && rest < size / 10n ? "零" : "";
  return wholeInWords(number / size) + name + gap + (rest === 0n ? "" : wholeInWords(rest));
}

function belowTenThousand(number: bigint): string {
  let words = "";
  let gap = "";
  for (const [size, name] of PLACES) {
    const digit = (number / size) % 10n;
    if (digit === 0n) {
      gap = words && "零";
    } else {
      words += gap + numeral(digit) + name;
      gap = "";
    }
  }
  return words;
}

function numeral(digit: bigint): string {
  return NUMERALS[Number(digit)] ?? "";
}

function formatHundredths(hundredths: bigint): string {
  const exact = magnitude(hundredths);
  const text = `${formatWhole(exact / 100n)}.${(exact % 100n).toString().padStart(2, "0")}`;
  return hundredths < 0n ? `−${text}` : text;
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
