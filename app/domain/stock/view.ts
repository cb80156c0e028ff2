/** Which lots a list of stock shows: all, those at the dock, or those that have expired or will soon. */
export const stockViews = ["all", "dock", "expiring"] as const;
export type StockView = (typeof stockViews)[number];

/** How near the day of expiry is "soon". */
export const EXPIRING_DAYS = 30;

/** How many lots of one item are listed before the reader must ask for that item alone. */
export const LOTS_SHOWN = 12;
