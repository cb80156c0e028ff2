import { todayInShanghai } from "../dates.ts";

const DAY = 86_400_000;

/** Of a pass at an instant; `soon` ends within 24 hours. */
export type Validity = "over" | "soon" | "later" | "valid";

export function validityOfPass(
  { validFrom, validTo }: { validFrom: Date; validTo: Date },
  now: Date,
): Validity {
  if (validTo < now) return "over";
  if (validFrom > now) return "later";
  return +validTo - +now <= DAY ? "soon" : "valid";
}

/** Of a health paper on a civil date; `soon` holds today or tomorrow for the last time. */
export type PaperValidity = "missing" | "over" | "soon" | "valid";

export function validityOfPaper(until: string | null, today: string): PaperValidity {
  if (until === null) return "missing";
  if (until < today) return "over";
  const tomorrow = todayInShanghai(new Date(new Date(`${today}T00:00:00+08:00`).getTime() + DAY));
  return until <= tomorrow ? "soon" : "valid";
}
