import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { lt } from "drizzle-orm";
import { db, rateLimits } from "#db";
import { refuse } from "./errors.ts";

/** Tries that expired so long ago are forgotten. */
const KEPT_MS = 3_600_000;

/**
 * A budget of `points` tries within `seconds` for each key, counted in the database and so for all processes. It is
 * opened when it is first asked for, since the database may not be there before.
 */
export function limiterOf(name: string, points: number, seconds: number): () => RateLimiterDrizzle {
  let limiter: RateLimiterDrizzle | undefined;
  return () =>
    (limiter ??= new RateLimiterDrizzle({
      storeClient: db,
      schema: rateLimits,
      keyPrefix: name,
      points,
      duration: seconds,
      // Its own timer would outlive the database of a short command; a job forgets old tries for all limiters.
      clearExpiredByTimeout: false,
    }));
}

/** Counts one try for this key; throws `rate_limited` with the minutes to wait when there were too many. */
export async function spend(limiter: RateLimiterDrizzle, key: string): Promise<void> {
  const spent = await consume(limiter, key);
  if (spent instanceof RateLimiterRes) refuseFor(spent.msBeforeNext);
}

/** Counts one try for this key and refuses nothing. */
export async function count(limiter: RateLimiterDrizzle, key: string): Promise<void> {
  await consume(limiter, key);
}

/** How many tries this key has left, and for how many minutes it must wait when that is none. Counts nothing. */
export async function left(
  limiter: RateLimiterDrizzle,
  key: string,
): Promise<{ left: number; minutes: number }> {
  const tries = await limiter.get(key);
  return {
    left: Math.max(0, limiter.points - (tries?.consumedPoints ?? 0)),
    minutes: minutesOf(tries?.msBeforeNext ?? 0),
  };
}

/** Throws `rate_limited` with the minutes to wait when this key has no try left. Counts nothing. */
export async function checkLeft(limiter: RateLimiterDrizzle, key: string): Promise<void> {
  const tries = await left(limiter, key);
  if (tries.left === 0) refuse("rate_limited", { minutes: tries.minutes });
}

/** Forgets what has long expired. */
export async function forgetOldTries(now: Date): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.expire, new Date(now.getTime() - KEPT_MS)));
}

/** What is thrown when there were too many; undefined when it was let through. */
async function consume(limiter: RateLimiterDrizzle, key: string): Promise<RateLimiterRes | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return error;
  }
}

const minutesOf = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 60_000));

const refuseFor = (milliseconds: number): never =>
  refuse("rate_limited", { minutes: minutesOf(milliseconds) });
