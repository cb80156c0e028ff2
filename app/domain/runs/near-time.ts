import type { Locale } from "#db/vocabulary";
import { civilDate, formatDateTime, formatTime } from "../dates.ts";

/** An instant beside another: "14:00" on the same day in Shanghai, "4月3日 14:00" on another. */
export function nearTime(instant: string, beside: string, locale: Locale): string {
  const at = new Date(instant);
  return civilDate(at) === civilDate(new Date(beside)) ? formatTime(at) : formatDateTime(at, locale);
}
