import { spacedText, type Cell } from "./cell.ts";
import { chineseNumber } from "./chinese-number.ts";

/** What a date cell says. A month and day still need a year. */
export type DateReading =
  | { kind: "full"; date: string; from: "text" | "date_cell" | "serial" }
  | { kind: "month_day"; month: number; day: number; from: "text" | "number" }
  | { kind: "failed"; code: "date_missing" | "date_unreadable" | "date_impossible" };

const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;
const FIRST_SERIAL = 30_000;
const LAST_SERIAL = 73_050;
const SHANGHAI_MINUTES = 8 * 60;

/**
 * Reads a civil date in any form offices write: date cells, serial numbers, `2022.3.14`, `2022年3月14日`,
 * `3月15日`, `3/15`, `20220314`, `二〇二二年三月十四日`, with or without a time. Instants with a zone
 * (`2022-03-14T16:30:00Z`) become the day in Asia/Shanghai.
 */
export function readDate(cell: Cell | undefined): DateReading {
  if (cell === undefined) return { kind: "failed", code: "date_missing" };
  if (typeof cell.raw === "number") return dateOfNumber(cell.raw, cell.isDate);
  return dateOfText(spacedText(cell));
}

function dateOfNumber(value: number, isDate: boolean): DateReading {
  if (isDate) {
    return value >= FIRST_SERIAL && value <= LAST_SERIAL
      ? { kind: "full", date: dateOfSerial(value), from: "date_cell" }
      : { kind: "failed", code: "date_impossible" };
  }
  if (Number.isInteger(value)) return dateOfText(String(value));
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) {
    return { kind: "full", date: dateOfSerial(value), from: "serial" };
  }
  // 3.1 typed as a number may have been 3.10: only two decimals are certain.
  const match = /^(\d{1,2})\.(\d{2}|[4-9])$/.exec(String(value));
  const read = match ? monthDay(match[1], match[2]) : unreadable;
  return read.kind === "month_day" ? { ...read, from: "number" } : read;
}

function dateOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + 1e-9) * 86_400_000).toISOString().slice(0, 10);
}

const unreadable: DateReading = { kind: "failed", code: "date_unreadable" };
const TIME_OF_DAY = String.raw`(?:上午|下午|早上|中午|晚上|凌晨|AM|PM)? ?\d{1,2}[:时点](?:\d{1,2})?(?:分|:\d{1,2}(?:\.\d+)?)? ?(?:AM|PM)?`;
const DAY_END = String.raw`(?:日|号)?[ T]?(?:(?<=[日号 T])${TIME_OF_DAY})?$`;
const FULL = new RegExp(String.raw`^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})${DAY_END}`, "i");
const SHORT_YEAR = new RegExp(
  String.raw`^'?([23]\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})${DAY_END}`,
  "i",
);
const MONTH_DAY = new RegExp(String.raw`^(\d{1,2})(?:月|[-./])(\d{1,2})${DAY_END}`, "i");

function dateOfText(raw: string): DateReading {
  const instant = dateOfInstant(raw);
  if (instant) return instant;
  const text = withArabicDigits(raw)
    .replace(/\(?(?:周|星期|礼拜)[一二三四五六日天]\)?/, "")
    .replaceAll("。", ".")
    .replace(/ *([-./年月日号]) */g, "$1")
    .replace(/(?<=[日号])(?=\d)/, " ")
    .replace(/[.,\s]+$/, "");
  const full = FULL.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return fullDate(full[1], full[2], full[3]);
  const short = SHORT_YEAR.exec(text);
  if (short) return fullDate(`20${short[1]}`, short[2], short[3]);
  const yearLast = /^(\d{1,2})[-./](\d{1,2})[-./]((?:20)?[23]\d)$/.exec(text);
  if (yearLast) return dateWithYearLast(yearLast[1], yearLast[2], yearLast[3]);
  const monthAndDay = MONTH_DAY.exec(text);
  if (monthAndDay) return monthDay(monthAndDay[1], monthAndDay[2]);
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    return { kind: "full", date: dateOfSerial(serial), from: "serial" };
  }
  return unreadable;
}

function dateOfInstant(text: string): DateReading | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})$/i.exec(text);
  if (!match) return null;
  const zone = (match[2] ?? "Z").replace(/([+-]\d{2}):?(\d{2})/, "$1:$2");
  const time = Date.parse(`${match[1]}${zone}`);
  if (Number.isNaN(time)) return { kind: "failed", code: "date_impossible" };
  const date = new Date(time + SHANGHAI_MINUTES * 60_000).toISOString().slice(0, 10);
  return { kind: "full", date, from: "text" };
}

function withArabicDigits(text: string): string {
  if (!/[〇零一二三四五六七八九十]/.test(text)) return text;
  return text.replace(/[〇零一二三四五六七八九十]+(?=[年月日号])/g, (numeral) =>
    String(chineseNumber(numeral)),
  );
}

function dateWithYearLast(first = "", second = "", year = ""): DateReading {
  const fullYear = year.length === 2 ? `20${year}` : year;
  if (Number(first) > 12) return fullDate(fullYear, second, first);
  if (Number(second) > 12 || first === second) return fullDate(fullYear, first, second);
  return unreadable;
}

function fullDate(year?: string, month?: string, day?: string): DateReading {
  const date = civilDate(Number(year), Number(month), Number(day));
  return date ? { kind: "full", date, from: "text" } : { kind: "failed", code: "date_impossible" };
}

function monthDay(month?: string, day?: string): DateReading {
  // 2024 is a leap year: 29 February may still be right.
  if (civilDate(2024, Number(month), Number(day)) === null)
    return { kind: "failed", code: "date_impossible" };
  return { kind: "month_day", month: Number(month), day: Number(day), from: "text" };
}

/** `YYYY-MM-DD`, or null when the calendar has no such day or the year is outside 1990–2099. */
export function civilDate(year: number, month: number, day: number): string | null {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12)) return null;
  if (!(day >= 1 && day <= daysIn(year, month))) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The last day of a month as `YYYY-MM-DD`. */
export function lastDayOfMonth(year: number, month: number): string | null {
  return civilDate(year, month, daysIn(year, month));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
