import type { DeadlineRule } from "#db/vocabulary";
import {
  addDays,
  addMonths,
  addWorkdays,
  afterRest,
  type Calendar,
  daysBetween,
  yearsOf,
} from "./calendar.ts";
import { rules } from "./rules.ts";

/** When something is due at the latest. Civil dates in Shanghai. */
export interface Due {
  dueOn: string;
  /** Years whose holidays were not known: there the date was counted by weekdays alone, and may lie later. */
  yearsMissing: number[];
}

/** The last day of a rule's time that started on `startsOn`. Pure: the same table of days gives the same date. */
export function dueOf(rule: DeadlineRule, startsOn: string, calendar: Calendar): Due {
  const { clock } = rules[rule];
  switch (clock.kind) {
    case "days": {
      const last = addDays(startsOn, clock.days);
      return clock.runsPastRest ? pastRest(last, calendar) : { dueOn: last, yearsMissing: [] };
    }
    case "months":
      return pastRest(addMonths(startsOn, clock.months), calendar);
    case "workdays": {
      const dueOn = addWorkdays(startsOn, clock.workdays, calendar);
      return { dueOn, yearsMissing: missing(addDays(startsOn, 1), dueOn, calendar) };
    }
    case "yearly": {
      const thisYear = `${startsOn.slice(0, 4)}-${clock.monthDay}`;
      return { dueOn: thisYear > startsOn ? thisYear : addMonths(thisYear, 12), yearsMissing: [] };
    }
    case "given":
      return { dueOn: startsOn, yearsMissing: [] };
  }
}

function pastRest(last: string, calendar: Calendar): Due {
  const dueOn = afterRest(last, calendar);
  return { dueOn, yearsMissing: missing(last, dueOn, calendar) };
}

const missing = (from: string, to: string, calendar: Calendar): number[] =>
  yearsOf(from, to).filter((year) => !calendar.knows(year));

/** How a deadline stands on a day: done, later, near, today, or late. */
export type Standing = "done" | "later" | "near" | "today" | "late";

export function standingOf(
  { rule, dueOn, satisfiedOn }: { rule: DeadlineRule; dueOn: string; satisfiedOn: string | null },
  today: string,
): Standing {
  if (satisfiedOn !== null) return "done";
  const left = daysBetween(today, dueOn);
  if (left < 0) return "late";
  if (left === 0) return "today";
  return left <= rules[rule].warnDays ? "near" : "later";
}
