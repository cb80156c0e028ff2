import type { Response } from "express";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db, rateLimits } from "#db";
import type { Actor } from "#app/domain/actor.ts";
import { type DomainErrorCode, refuse } from "#app/domain/errors.ts";
import { networkOf } from "#app/domain/people/sign-in-limits.server.ts";

const SECONDS = 15 * 60;
/** Wrong codes and PINs from one address in a quarter of an hour, behind which a whole street may sit. */
export const REFUSALS = 120;

const guesses: ReadonlySet<string> = new Set<DomainErrorCode>(["wrong_pin", "pin_locked", "code_unknown"]);

let limiter: RateLimiterDrizzle | undefined;
/** Until when (epoch milliseconds) an address must wait; kept here so that who may go on costs no look-up. */
const blockedUntil = new Map<string, number>();

/** Refuses (`rate_limited`) an address that guessed too often. Whoever signed in or has a token is never counted. */
export function refuseGuesser(actor: Actor): void {
  if (actor.kind !== "receiver") return;
  const network = networkOf(actor.address);
  const milliseconds = (blockedUntil.get(network) ?? 0) - Date.now();
  if (milliseconds > 0) refuse("rate_limited", { minutes: Math.ceil(milliseconds / 60_000) });
  blockedUntil.delete(network);
}

/** Counts what was refused because the code or the PIN was wrong, and says in `RateLimit` how many tries are left. */
export async function countGuesses(
  actor: Actor,
  codes: readonly string[],
  response: Response,
): Promise<void> {
  const count = codes.filter((code) => guesses.has(code)).length;
  if (actor.kind !== "receiver" || count === 0) return;
  limiter ??= new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: "confirm/address",
    points: REFUSALS,
    duration: SECONDS,
  });
  const network = networkOf(actor.address);
  try {
    describe(response, await limiter.consume(network, count));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    blockedUntil.set(network, Date.now() + error.msBeforeNext);
    describe(response, error);
  }
}

function describe(response: Response, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
  response.set("RateLimit-Policy", `"confirm";q=${REFUSALS};w=${SECONDS}`);
  response.set("RateLimit", `"confirm";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`);
}
