import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db, rateLimits } from "#db";
import { refuse } from "../errors.ts";
import { networkOf } from "../people/sign-in-limits.server.ts";

const MINUTES = 15;
/** Photos from one address in a quarter of an hour: eight for each of a dozen doors behind one network. */
export const DOOR_PHOTOS = 96;

let limiter: RateLimiterDrizzle | undefined;

const limited = (): RateLimiterDrizzle =>
  (limiter ??= new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: "door-photo",
    points: DOOR_PHOTOS,
    duration: MINUTES * 60,
  }));

/** Counts a photo before it is looked at; `rate_limited`, with the minutes to wait, when this address sent too many. */
export async function countDoorPhoto(address: string): Promise<void> {
  try {
    await limited().consume(networkOf(address));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    refuse("rate_limited", { minutes: Math.max(1, Math.ceil(error.msBeforeNext / 60_000)) });
  }
}
