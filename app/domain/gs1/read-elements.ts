import type { Element } from "./application-identifiers.ts";
import { checkDigitHolds } from "./check-digit.ts";
import { Gs1Error } from "./gs1-problem.ts";

/** What a donor's barcode says, as far as a warehouse asks. */
export interface Gs1Data {
  /** Fourteen digits. */
  gtin?: string;
  /** The GTIN of what a logistic unit holds; `count` says how many. */
  contentGtin?: string;
  /** Eighteen digits: a logistic unit. */
  sscc?: string;
  variant?: string;
  lot?: string;
  serial?: string;
  /** "YYYY-MM-DD" */
  producedOn?: string;
  bestBefore?: string;
  expiresOn?: string;
  /** Pieces, or trade items in a logistic unit. */
  count?: bigint;
  /** Net kilograms as decimal text, "12.500". */
  netKilograms?: string;
}

type Reading = (value: string, ai: string, today: string) => Gs1Data;

/** GS1 General Specifications 3: what is read, by identifier. Others are passed over. */
const readings: Record<string, Reading> = {
  "00": (value, ai) => ({ sscc: keyOf(value, ai, 18) }),
  "01": (value, ai) => ({ gtin: keyOf(value, ai, 14) }),
  "02": (value, ai) => ({ contentGtin: keyOf(value, ai, 14) }),
  "10": (value, ai) => ({ lot: textOf(value, ai) }),
  "11": (value, ai, today) => ({ producedOn: dayOf(value, ai, today) }),
  "15": (value, ai, today) => ({ bestBefore: dayOf(value, ai, today) }),
  "17": (value, ai, today) => ({ expiresOn: dayOf(value, ai, today) }),
  "21": (value, ai) => ({ serial: textOf(value, ai) }),
  "22": (value, ai) => ({ variant: textOf(value, ai) }),
  "30": (value, ai) => ({ count: countOf(value, ai) }),
  "37": (value, ai) => ({ count: countOf(value, ai) }),
};

/** `today` is a civil date, by which a year of two digits gets its century. Throws Gs1Error. */
export function readElements(elements: readonly Element[], today: string): Gs1Data {
  return elements.reduce<Gs1Data>(
    (data, { ai, value }) => ({ ...data, ...readElement(ai, value, today) }),
    {},
  );
}

function readElement(ai: string, value: string, today: string): Gs1Data {
  if (value === "") throw new Gs1Error("too_short", ai);
  if (/^310[0-5]$/.test(ai)) return { netKilograms: kilogramsOf(value, ai) };
  return readings[ai]?.(value, ai, today) ?? {};
}

function keyOf(value: string, ai: string, length: number): string {
  const digits = digitsOf(value, ai, length, length);
  if (!checkDigitHolds(digits)) throw new Gs1Error("bad_check_digit", ai);
  return digits;
}

function digitsOf(value: string, ai: string, shortest: number, longest: number): string {
  if (!/^\d+$/.test(value)) throw new Gs1Error("bad_number", ai);
  if (value.length < shortest) throw new Gs1Error("too_short", ai);
  if (value.length > longest) throw new Gs1Error("too_long", ai);
  return value;
}

/** GS1 General Specifications 7.11: the 82 characters of an alphanumeric value, twenty of them at most. */
function textOf(value: string, ai: string): string {
  if (value.length > 20) throw new Gs1Error("too_long", ai);
  if (!/^[!"%-?A-Z_a-z]+$/.test(value)) throw new Gs1Error("bad_text", ai);
  return value;
}

const countOf = (value: string, ai: string): bigint => BigInt(digitsOf(value, ai, 1, 8));

/** The identifier's last digit says how many of the six digits stand behind the point. */
function kilogramsOf(value: string, ai: string): string {
  const digits = digitsOf(value, ai, 6, 6);
  const decimals = Number(ai.at(-1));
  const whole = digits.slice(0, 6 - decimals).replace(/^0+(?=\d)/, "");
  return decimals === 0 ? whole : `${whole || "0"}.${digits.slice(6 - decimals)}`;
}

/** YYMMDD; day 00 is the last of its month (GS1 General Specifications 3.4). */
function dayOf(value: string, ai: string, today: string): string {
  const digits = digitsOf(value, ai, 6, 6);
  const [twoDigits, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const year = yearOf(twoDigits, Number(today.slice(0, 4)));
  const last = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  if (last === 0 || day > last) throw new Gs1Error("bad_date", ai);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day === 0 ? last : day)}`;
}

/** GS1 General Specifications 7.12: 51 to 99 years ahead is the last century, 50 to 99 behind the next. */
function yearOf(twoDigits: number, thisYear: number): number {
  const ahead = twoDigits - (thisYear % 100);
  const century = Math.floor(thisYear / 100) + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0);
  return century * 100 + twoDigits;
}
