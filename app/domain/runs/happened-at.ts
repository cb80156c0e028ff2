import { refuse } from "../errors.ts";

/** Clocks of phones differ a little. */
const AHEAD_MILLISECONDS = 5 * 60_000;

/** When something happened by the asker's own clock, now when it was not said; never in the future. */
export function happenedAt(text: string | null, now: Date = new Date()): Date {
  if (text === null) return now;
  const at = new Date(text);
  if (+at > +now + AHEAD_MILLISECONDS) refuse("invalid", { fields: { occurredAt: "date_in_future" } });
  return at;
}
