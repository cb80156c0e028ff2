import type { TimelinePoint } from "./public-summary.ts";

const DAY = 86_400_000;

/**
 * Cumulative figures at the ends of equal stretches of days, at most `most` of them, from what changed each day. The
 * first point is the eve of the first day, at nil; the last is the last day on which one of the figures changed: goods
 * that only went from place to place make no day of their own. `days` ascending.
 */
export function cumulate(days: readonly TimelinePoint[], most = 60): TimelinePoint[] {
  const changes = days.filter(somethingChanged);
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return [];
  const span = dayNumber(last.on) - dayNumber(first.on) + 1;
  const stride = Math.max(1, Math.ceil(span / most));
  const stretch = stride > 1 && stride < 7 ? 7 : stride;
  const points: TimelinePoint[] = [{ ...nil, on: civil(dayNumber(first.on) - 1) }];
  let sum: TimelinePoint = { ...nil, on: first.on };
  let next = 0;
  for (let end = dayNumber(first.on) + stretch - 1; next < changes.length; end += stretch) {
    const on = civil(Math.min(end, dayNumber(last.on)));
    for (let change = changes[next]; change && change.on <= on; change = changes[++next])
      sum = plus(sum, change);
    points.push({ ...sum, on });
  }
  return points;
}

const somethingChanged = ({ on: _on, ...figures }: TimelinePoint): boolean =>
  Object.values(figures).some((figure) => figure !== 0n);

const nil = { moneyReceived: 0n, moneySpent: 0n, goodsReceived: 0n, goodsHandedOut: 0n };

const plus = (sum: TimelinePoint, change: TimelinePoint): TimelinePoint => ({
  on: change.on,
  moneyReceived: sum.moneyReceived + change.moneyReceived,
  moneySpent: sum.moneySpent + change.moneySpent,
  goodsReceived: sum.goodsReceived + change.goodsReceived,
  goodsHandedOut: sum.goodsHandedOut + change.goodsHandedOut,
});

const dayNumber = (on: string): number => Date.parse(`${on}T00:00:00Z`) / DAY;
const civil = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
