import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db, rateLimits } from "#db";
import { refuse } from "../errors.ts";
import { networkOf } from "../people/sign-in-limits.server.ts";
import { type CodeFinding, findByCode } from "./find-by-code.server.ts";

const MINUTES = 15;
/** Codes nobody has, asked for from one address in a quarter of an hour: who types a label by hand is wrong a few times. */
export const UNKNOWN_CODES = 40;

let limiter: RateLimiterDrizzle | undefined;

const limited = (): RateLimiterDrizzle =>
  (limiter ??= new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: "label-code",
    points: UNKNOWN_CODES,
    duration: MINUTES * 60,
  }));

/**
 * `findByCode` for a page anybody can open. A code has 40 random bits; an address that goes through many must wait
 * (`rate_limited`). Codes that are known, replaced or misread are not counted, and nothing is written for them.
 */
export async function findAtDoor(address: string, text: string): Promise<CodeFinding> {
  const network = networkOf(address);
  const tries = await limited().get(network);
  if (tries !== null && tries.consumedPoints >= UNKNOWN_CODES) {
    refuse("rate_limited", { minutes: Math.max(1, Math.ceil(tries.msBeforeNext / 60_000)) });
  }
  const finding = await findByCode(text);
  if (finding.kind === "unknown") await countUnknown(network);
  return finding;
}

async function countUnknown(network: string): Promise<void> {
  try {
    await limited().consume(network);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
  }
}
