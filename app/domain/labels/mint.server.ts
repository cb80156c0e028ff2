import { sql } from "drizzle-orm";
import { labels, type Tx } from "#db";
import { newCode } from "../code.ts";
import { insertRows } from "../insert-rows.server.ts";
import type { BookKeeping } from "../reach.server.ts";

/** What a label is stuck on; `{}` is a blank one, which gets its box when it is scanned on it. */
export type LabelSubject =
  { boxId: string } | { binId: string } | { assetId: bigint } | Record<string, never>;

/**
 * New labels, one for each subject, set-based; answers with their codes in the order of `subjects`. `runId` keeps what
 * was printed together together. No code is one that any label or delivery ever had.
 */
export async function mintLabels(
  tx: Tx,
  { organizationId, responseId }: BookKeeping,
  subjects: readonly LabelSubject[],
  runId?: string,
): Promise<string[]> {
  const codes = await unusedCodes(tx, subjects.length);
  await insertRows(
    tx,
    labels,
    subjects.map((subject, n) => ({ code: codes[n]!, organizationId, responseId, runId, ...subject })),
  );
  return codes;
}

async function unusedCodes(tx: Tx, count: number): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < count) {
    const drawn = Array.from({ length: count - codes.size }, () => newCode());
    const candidates = sql`any(${sql.param(drawn)}::bpchar[])`;
    const taken = await tx.execute<{ code: string }>(sql`
      select code from labels where code = ${candidates}
      union all select code from deliveries where code = ${candidates}
      union all select code from revoked_codes where code = ${candidates}`);
    const used = new Set(taken.map(({ code }) => code));
    for (const code of drawn) if (!used.has(code)) codes.add(code);
  }
  return [...codes];
}
