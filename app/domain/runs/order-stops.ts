import { civilDate, formatTime } from "../dates.ts";

/** What decides the order of stops before anybody looks at a map. */
export interface Orderable {
  receivesFrom: string | null;
  receivesTo: string | null;
  townshipCode: string;
}

/** What comes first: who stops receiving first, or what lies together. */
export const stopOrders = ["hours", "townships"] as const;
export type StopOrder = (typeof stopOrders)[number];

/**
 * A sensible order to begin with. By hours: who stops receiving first comes first, then who starts first, and within the
 * same hours township by township, whose codes lie near each other where the townships do. By townships: the other way
 * round. The planner may change it.
 */
export function orderStops<Stop extends Orderable>(stops: readonly Stop[], by: StopOrder = "hours"): Stop[] {
  const key = ({ receivesFrom, receivesTo, townshipCode }: Stop) => {
    const hours = `${receivesTo ?? "24:00"} ${receivesFrom ?? "00:00"}`;
    return by === "hours" ? `${hours} ${townshipCode}` : `${townshipCode} ${hours}`;
  };
  return stops.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const TO_FIRST_STOP = 60;
const BETWEEN_STOPS = 30;
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/**
 * When the stops, in this order, are likely to be reached, before anybody knows better: an hour to the first, half an
 * hour from each to the next, and not before a site begins to receive.
 */
export function likelyArrivals(leavesAt: Date, stops: readonly Orderable[]): Date[] {
  let next = later(leavesAt, TO_FIRST_STOP);
  return stops.map((stop) => {
    const arrival = opening(stop, next);
    next = later(arrival, BETWEEN_STOPS);
    return arrival;
  });
}

/** The moment itself, or when the site opens later that day. */
function opening({ receivesFrom: from, receivesTo: to }: Orderable, at: Date): Date {
  const isOverMidnight = from !== null && to !== null && from > to;
  if (from === null || isOverMidnight || formatTime(at) >= from) return at;
  return new Date(`${civilDate(at)}T${from}:00+08:00`);
}
