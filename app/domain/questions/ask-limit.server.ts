import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db, rateLimits } from "#db";
import { refuse } from "../errors.ts";

/** Questions that one gift's page takes in a day, whoever holds its code. */
export const QUESTIONS_A_DAY = 10;

let limiter: RateLimiterDrizzle | undefined;

/** Counts a question about a gift; throws `rate_limited` with the minutes to wait. */
export async function countQuestion(giftId: string): Promise<void> {
  limiter ??= new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: "question",
    points: QUESTIONS_A_DAY,
    duration: 24 * 3600,
  });
  try {
    await limiter.consume(giftId);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    refuse("rate_limited", { minutes: Math.max(1, Math.ceil(error.msBeforeNext / 60_000)) });
  }
}
