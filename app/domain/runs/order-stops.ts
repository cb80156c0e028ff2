/** What decides the order of stops before anybody looks at a map. */
export interface Orderable {
  receivesFrom: string | null;
  receivesTo: string | null;
  townshipCode: string;
}

/**
 * A sensible order to begin with: who stops receiving first comes first, then who starts first, and within the same
 * hours township by township, whose codes lie near each other where the townships do. The planner may change it.
 */
export function orderStops<Stop extends Orderable>(stops: readonly Stop[]): Stop[] {
  const key = ({ receivesFrom, receivesTo, townshipCode }: Stop) =>
    `${receivesTo ?? "24:00"} ${receivesFrom ?? "00:00"} ${townshipCode}`;
  return stops.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const TO_FIRST_STOP = 60;
const BETWEEN_STOPS = 30;

/** When the stop at this index is likely to be reached, before anybody knows better: an hour, then half an hour each. */
export function likelyArrival(leavesAt: Date, index: number): Date {
  return new Date(leavesAt.getTime() + (TO_FIRST_STOP + index * BETWEEN_STOPS) * 60_000);
}
