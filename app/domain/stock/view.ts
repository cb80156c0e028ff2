/**
 * Which stock a list shows: all, lots at the dock, lots that have expired or will soon, items that run out soon, or
 * items of which there is more than will be used for long.
 */
export const stockViews = ["all", "dock", "expiring", "low", "over"] as const;
export type StockView = (typeof stockViews)[number];

/** How near the day of expiry is "soon". */
export const EXPIRING_DAYS = 30;

/** How many lots of one item are listed before the reader must ask for that item alone. */
export const LOTS_SHOWN = 12;

/** Over how many days use is averaged. */
export const USE_DAYS = 14;

/** Fewer days of use than this are left: the item runs out soon. */
export const LOW_DAYS = 7;

/** More days of use than this are left: there is too much of the item here. */
export const OVER_DAYS = 180;

/**
 * How many days what is available will last at the pace of the last `USE_DAYS` days, rounded down to a tenth; null when
 * none was used. `available` and `used` in base units.
 */
export function daysOfCover(available: bigint, used: bigint): number | null {
  if (used === 0n) return null;
  return Number((available * BigInt(USE_DAYS) * 10n) / used) / 10;
}
