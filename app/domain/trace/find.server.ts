import { sql } from "drizzle-orm";
import { db, type Reader } from "#db";
import { networkOf } from "../people/sign-in-limits.server.ts";
import { checkLeft, count, limiterOf } from "../rate-limit.server.ts";
import { parseTraceCode } from "./code.ts";

const MINUTES = 15;
/** Codes nobody has, asked for from one address in a quarter of an hour: who types from paper is wrong a few times. */
export const UNKNOWN_TRACES = 40;

const limiter = limiterOf("trace-code", UNKNOWN_TRACES, MINUTES * 60);

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
  await checkLeft(limiter(), network);
  const verdict = parseTraceCode(text);
  if (!verdict.ok) return { kind: "misread", reason: verdict.reason };
  const found = await subjectOfCode(db, verdict.code);
  if (found) return { kind: "found", code: verdict.code, ...found };
  await count(limiter(), network);
  return { kind: "unknown", code: verdict.code };
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
