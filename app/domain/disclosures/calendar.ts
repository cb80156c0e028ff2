import chineseDays from "chinese-days";

/** Which civil days people work on in mainland China, moved holidays (调休) included. */
export interface Calendar {
  isWorkday(day: string): boolean;
  /** Whether the State Council's holidays of a year are known. When they are not, Monday to Friday count as workdays. */
  knows(year: number): boolean;
}

/**
 * The calendar of the `chinese-days` package, with days of one's own above it. The package answers "workday" for every
 * weekday of a year it has no data for, without an error: hence `knows`.
 */
export function chineseCalendar(ownDays: ReadonlyMap<string, boolean> = new Map()): Calendar {
  const known = new Map<number, boolean>();
  const knows = (year: number): boolean => {
    const found =
      known.get(year) ??
      (chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0 ||
        coversNewYear(ownDays, year));
    known.set(year, found);
    return found;
  };
  return { knows, isWorkday: (day) => ownDays.get(day) ?? chineseDays.isWorkday(day) };
}

/** Whoever entered a year's holidays by hand began with New Year's Day. */
const coversNewYear = (ownDays: ReadonlyMap<string, boolean>, year: number): boolean =>
  ownDays.get(`${year}-01-01`) === false;

/** So many days after a civil date; before it when negative. */
export function addDays(day: string, days: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return civil(date);
}

/** The corresponding day so many months later; the last day of that month when it has no such day (民法典 art. 202). */
export function addMonths(day: string, months: number): string {
  const date = utc(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return civil(date);
}

/** The n-th workday after a civil date, which is not counted itself. */
export function addWorkdays(day: string, workdays: number, calendar: Calendar): string {
  let at = day;
  for (let left = workdays; left > 0;) {
    at = addDays(at, 1);
    if (calendar.isWorkday(at)) left -= 1;
  }
  return at;
}

/** The day itself when people work on it, else the first day after the rest (民法典 art. 203). */
export function afterRest(day: string, calendar: Calendar): string {
  let at = day;
  while (!calendar.isWorkday(at)) at = addDays(at, 1);
  return at;
}

/** Civil days from one date to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

/** Every year that a span of civil dates touches. */
export function yearsOf(from: string, to: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const civil = (date: Date): string => date.toISOString().slice(0, 10);
