import { type RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { refuse } from "./errors.ts";

/** Counts one try for this key; throws `rate_limited` with the minutes to wait when there were too many. */
export async function spend(limiter: RateLimiterDrizzle, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    refuse("rate_limited", { minutes: Math.max(1, Math.ceil(error.msBeforeNext / 60_000)) });
  }
}
