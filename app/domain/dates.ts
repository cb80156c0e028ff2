/** Civil dates are "YYYY-MM-DD" in Asia/Shanghai, which has kept UTC+8 without summer time since 1991. */
const OFFSET_MILLISECONDS = 8 * 3_600_000;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Locale = "zh-CN" | "en";

/** The civil date in Shanghai at an instant. */
export function civilDate(instant: Date): string {
  return shanghaiClock(instant).slice(0, 10);
}

/** Today's civil date in Shanghai. */
export function todayInShanghai(now: Date = new Date()): string {
  return civilDate(now);
}

/** The instant a civil date begins in Shanghai. Throws a RangeError when there is no such day. */
export function startOfDay(date: string): Date {
  const start = new Date(`${date}T00:00:00+08:00`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(start.getTime()) || civilDate(start) !== date) {
    throw new RangeError(`not a civil date: ${date}`);
  }
  return start;
}

/** "5月13日" or "13 May", of an instant (in Shanghai) or a civil date: without a year, where the page says it. */
export function formatDay(date: Date | string, locale: Locale): string {
  const civil = typeof date === "string" ? date : civilDate(date);
  const month = Number(civil.slice(5, 7));
  const day = Number(civil.slice(8, 10));
  return locale === "zh-CN" ? `${month}月${day}日` : `${day} ${MONTHS[month - 1] ?? ""}`;
}

/** "2022年5月13日" or "13 May 2022". */
export function formatFullDate(date: Date | string, locale: Locale): string {
  const year = (typeof date === "string" ? date : civilDate(date)).slice(0, 4);
  return locale === "zh-CN" ? `${year}年${formatDay(date, locale)}` : `${formatDay(date, locale)} ${year}`;
}

/** A date as everything shows it: the year is written unless it is the year of `today` (a civil date). */
export function formatDate(date: Date | string, locale: Locale, today: string = todayInShanghai()): string {
  const civil = typeof date === "string" ? date : civilDate(date);
  return civil.slice(0, 4) === today.slice(0, 4) ? formatDay(civil, locale) : formatFullDate(civil, locale);
}

/** "15:00", Shanghai time. */
export function formatTime(instant: Date): string {
  return shanghaiClock(instant).slice(11, 16);
}

/** "5月13日 15:00" or "13 May 15:00", Shanghai time; the year as in `formatDate`. */
export function formatDateTime(instant: Date, locale: Locale, today?: string): string {
  return `${formatDate(instant, locale, today)} ${formatTime(instant)}`;
}

function shanghaiClock(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MILLISECONDS).toISOString();
}
