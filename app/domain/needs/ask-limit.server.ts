import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { db, rateLimits } from "#db";
import { spend } from "../rate-limit.server.ts";

/** Needs that one site's page takes in an hour, whoever holds its link. */
export const NEEDS_AN_HOUR = 20;

let limiter: RateLimiterDrizzle | undefined;

/** Counts a need asked on a site's page; throws `rate_limited` with the minutes to wait. */
export async function countAsking(siteId: string): Promise<void> {
  limiter ??= new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: "need",
    points: NEEDS_AN_HOUR,
    duration: 3600,
  });
  await spend(limiter, siteId);
}
