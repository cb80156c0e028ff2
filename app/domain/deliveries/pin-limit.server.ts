import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db, rateLimits } from "#db";
import { refuse } from "../errors.ts";
import { networkOf } from "../people/sign-in-limits.server.ts";

const MINUTES = 15;
/** Wrong PINs from one address in a quarter of an hour, whatever the delivery: a whole depot may sit behind one. */
export const WRONG_PINS = 30;

let limiter: RateLimiterDrizzle | undefined;

/** The one budget of an address, whichever door it knocks at: the page or the API. */
export const limited = (): RateLimiterDrizzle =>
  (limiter ??= new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: "delivery-pin",
    points: WRONG_PINS,
    duration: MINUTES * 60,
  }));

/** How many wrong PINs this address may still give, and for how many minutes it must wait when that is none. */
export async function triesLeft(address: string): Promise<{ left: number; minutes: number }> {
  const tries = await limited().get(networkOf(address));
  const left = Math.max(0, WRONG_PINS - (tries?.consumedPoints ?? 0));
  return { left, minutes: Math.max(1, Math.ceil((tries?.msBeforeNext ?? 0) / 60_000)) };
}

/** Throws `rate_limited`, with the minutes to wait, when this address has given too many wrong PINs. */
export async function checkPinLimit(address: string): Promise<void> {
  const { left, minutes } = await triesLeft(address);
  if (left === 0) refuse("rate_limited", { minutes });
}

/** Counts a wrong PIN against the address it came from. */
export async function countWrongPin(address: string): Promise<void> {
  try {
    await limited().consume(networkOf(address));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
  }
}
