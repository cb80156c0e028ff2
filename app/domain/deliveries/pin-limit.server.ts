import { networkOf } from "../people/sign-in-limits.server.ts";
import { checkLeft, count, left, limiterOf } from "../rate-limit.server.ts";

const MINUTES = 15;
/** Wrong PINs from one address in a quarter of an hour, whatever the delivery: a whole depot may sit behind one. */
export const WRONG_PINS = 30;

/** The one budget of an address, whichever door it knocks at: the page or the API. */
export const limited = limiterOf("delivery-pin", WRONG_PINS, MINUTES * 60);

/** How many wrong PINs this address may still give, and for how many minutes it must wait when that is none. */
export const triesLeft = (address: string): Promise<{ left: number; minutes: number }> =>
  left(limited(), networkOf(address));

/** Throws `rate_limited`, with the minutes to wait, when this address has given too many wrong PINs. */
export const checkPinLimit = (address: string): Promise<void> => checkLeft(limited(), networkOf(address));

/** Counts a wrong PIN against the address it came from. */
export const countWrongPin = (address: string): Promise<void> => count(limited(), networkOf(address));
