import type { Response } from "express";
import { RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "#app/domain/actor.ts";
import { limited, WRONG_PINS } from "#app/domain/deliveries/pin-limit.server.ts";
import { type DomainErrorCode, refuse } from "#app/domain/errors.ts";
import { networkOf } from "#app/domain/people/sign-in-limits.server.ts";

const guesses: ReadonlySet<string> = new Set<DomainErrorCode>(["wrong_pin", "keys_wrong", "code_unknown"]);

const MOST_KEPT = 10_000;
/** Until when (epoch milliseconds) an address must wait; kept here so that whoever guesses nothing costs no look-up. */
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
  const network = networkOf(actor.address);
  try {
    describe(response, await limited().consume(network, count));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    if (blockedUntil.size > MOST_KEPT) blockedUntil.clear();
    blockedUntil.set(network, Date.now() + error.msBeforeNext);
    describe(response, error);
  }
}

function describe(response: Response, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
  response.set("RateLimit-Policy", `"wrong-pin";q=${WRONG_PINS}`);
  response.set("RateLimit", `"wrong-pin";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`);
}
