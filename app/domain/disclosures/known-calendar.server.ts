import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import { type Calendar, chineseCalendar } from "./calendar.ts";

/** The release of `chinese-days` whose holidays are counted with. */
const PACKAGE = "chinese-days 1.5.7";

/** The calendar with the days that somebody entered by hand. */
export async function knownCalendar(reader: Reader): Promise<Calendar> {
  const days = await reader.execute<{ day: string; workday: boolean }>(sql`
    select day::text, workday from calendar_days`);
  return chineseCalendar(new Map(days.map(({ day, workday }) => [day, workday])));
}

/** What a date was counted with, kept beside it: `chinese-days 1.5.7`, `chinese-days 1.5.7; 2027 missing`. */
export const calendarVersion = (yearsMissing: readonly number[]): string =>
  [PACKAGE, ...yearsMissing.map((year) => `${year} missing`)].join("; ");

/** The years that a stored date was counted without. */
export const yearsMissingIn = (computedWith: string): number[] =>
  [...computedWith.matchAll(/(\d{4}) missing/g)].map(([, year]) => Number(year));
