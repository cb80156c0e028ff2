import { civilDate } from "./date.ts";
import type { Period } from "./reading.ts";

/** What gives a month and day its year. `dates` stands for the full dates found beside it. */
export type YearSource = { from: "given"; year: number } | { from: "period" | "dates"; period: Period };

/**
 * The date of a month and day: in the given year, or in that year of the period which puts it
 * inside the period, else nearest to it.
 * Null when the calendar has no such day.
 */
export function withYear(month: number, day: number, source: YearSource): string | null {
  if (source.from === "given") return civilDate(source.year, month, day);
  const { from, to } = source.period;
  let best: string | null = null;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const date = civilDate(year, month, day);
    if (date && (best === null || distance(date, source.period) < distance(best, source.period))) best = date;
  }
  return best;
}

function distance(date: string, { from, to }: Period): number {
  if (date < from) return Date.parse(from) - Date.parse(date);
  return date > to ? Date.parse(date) - Date.parse(to) : 0;
}
