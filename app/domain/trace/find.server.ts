import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { sql } from "drizzle-orm";
import { db, rateLimits, type Reader } from "#db";
import { refuse } from "../errors.ts";
import { networkOf } from "../people/sign-in-limits.server.ts";
import { parseTraceCode } from "./code.ts";

const MINUTES = 15;
/** Codes nobody has, asked for from one address in a quarter of an hour: who types from paper is wrong a few times. */
export const UNKNOWN_TRACES = 40;

let limiter: RateLimiterDrizzle | undefined;

const limited = (): RateLimiterDrizzle =>
  (limiter ??= new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: "trace-code",
    points: UNKNOWN_TRACES,
    duration: MINUTES * 60,
  }));

/** What a code leads to: a gift or a promise; or why it leads nowhere. */
export type TraceFinding =
  | { kind: "found"; code: string; is: "gift" | "pledge"; id: string; organizationId: string }
  | { kind: "unknown"; code: string }
  | { kind: "misread"; reason: "length" | "characters" | "check" };

/**
 * What a trace code leads to, for anybody. A code has 40 random bits; an address that goes through many must wait
 * (`rate_limited`). Codes that are known or misread are not counted, and nothing is written for them.
 */
export async function findTrace(address: string, text: string): Promise<TraceFinding> {
  const network = networkOf(address);
  const tries = await limited().get(network);
  if (tries !== null && tries.consumedPoints >= UNKNOWN_TRACES) {
    refuse("rate_limited", { minutes: Math.max(1, Math.ceil(tries.msBeforeNext / 60_000)) });
  }
  const verdict = parseTraceCode(text);
  if (!verdict.ok) return { kind: "misread", reason: verdict.reason };
  const found = await subjectOfCode(db, verdict.code);
  if (found) return { kind: "found", code: verdict.code, ...found };
  await countUnknown(network);
  return { kind: "unknown", code: verdict.code };
}

async function countUnknown(network: string): Promise<void> {
  try {
    await limited().consume(network);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
  }
}

/** The gift or promise of a code that works; undefined: none. */
export async function subjectOfCode(reader: Reader, code: string) {
  const [found] = await reader.execute<{ id: string; is: "gift" | "pledge"; organizationId: string }>(sql`
    select c.gift_id as id, case when g.id is null then 'pledge' else 'gift' end as is,
           coalesce(g.organization_id, p.organization_id) as "organizationId"
    from trace_codes c
    left join public_gifts g on g.id = c.gift_id
    left join public_pledges p on p.id = c.gift_id
    where c.code = ${code} and num_nonnulls(g.id, p.id) = 1`);
  return found;
}
