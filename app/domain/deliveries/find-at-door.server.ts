import { networkOf } from "../people/sign-in-limits.server.ts";
import { checkLeft, count, limiterOf } from "../rate-limit.server.ts";
import { type CodeFinding, findByCode } from "./find-by-code.server.ts";

const MINUTES = 15;
/** Codes nobody has, asked for from one address in a quarter of an hour: who types a label by hand is wrong a few times. */
export const UNKNOWN_CODES = 40;

const limiter = limiterOf("label-code", UNKNOWN_CODES, MINUTES * 60);

/**
 * `findByCode` for a page anybody can open. A code has 40 random bits; an address that goes through many must wait
 * (`rate_limited`). Codes that are known, replaced or misread are not counted, and nothing is written for them.
 */
export async function findAtDoor(address: string, text: string): Promise<CodeFinding> {
  const network = networkOf(address);
  await checkLeft(limiter(), network);
  const finding = await findByCode(text);
  if (finding.kind === "unknown") await count(limiter(), network);
  return finding;
}
