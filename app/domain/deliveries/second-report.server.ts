import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { Opening } from "../cases/open.server.ts";
import { type Report, sameCounts, type TwoReports } from "../cases/report.ts";
import { DomainError } from "../errors.ts";
import type { Sent } from "./lock-by-code.server.ts";
import type { ConfirmDelivery } from "./schema.ts";
import type { Settlement } from "./settle.ts";
import { asWhole, settleAll, withParts } from "./settle-all.ts";

/** Different counts that are kept of one delivery; whoever has another still must call. */
export const MOST_REPORTS = 5;

/** What was signed for, and what others said since who counted differently. */
export interface SignedReports {
  first: Report;
  others: Report[];
}

/** Somebody counts differently from who signed. */
export interface SecondReport {
  delivery: Sent;
  reports: TwoReports;
}

/** The reports about those of the deliveries that were signed for before. Asks nothing when there is none. */
export async function signedReports(tx: Tx, sent: readonly Sent[]): Promise<Map<string, SignedReports>> {
  const confirmed = sent.filter(({ status }) => status === "confirmed").map(({ id }) => id);
  if (confirmed.length === 0) return new Map();
  const rows = await tx.execute<{
    id: string;
    by: string;
    post: string | null;
    at: string;
    lines: Report["lines"];
    others: Report[] | null;
  }>(sql`
    select d.id, d.receiver_name as by, d.receiver_post as post, d.confirmed_at::text as at,
           (select jsonb_agg(jsonb_build_object(
                     'n', l.n, 'good', l.good::text, 'short', l.short::text, 'damaged', l.damaged::text,
                     'extra', l.extra::text, 'reason', l.reason, 'remark', l.remark) order by l.n)
            from delivery_lines l where l.delivery_id = d.id) as lines,
           (select jsonb_agg(c.report->'second') from cases c
            where c.delivery_id = d.id and c.kind = 'second_report') as others
    from deliveries d where d.id = any(${sql.param(confirmed)}::uuid[])`);
  return new Map(
    rows.map(({ id, others, at, ...first }) => [
      id,
      { first: { ...first, at: new Date(at).toISOString() }, others: others ?? [] },
    ]),
  );
}

/** A count at the door as it is kept. */
export const reportOf = (input: ConfirmDelivery, settled: readonly Settlement[], at: Date): Report => ({
  by: input.name,
  post: input.post,
  at: at.toISOString(),
  lines: settled.map(({ n, good, short, damaged, extra, reason, remark }) => ({
    n,
    good: `${good}`,
    short: `${short}`,
    damaged: `${damaged}`,
    extra: `${extra}`,
    reason,
    remark,
  })),
});

/**
 * What somebody counts of a delivery that was signed for. They see all of it; who signs the last part at the same moment
 * counts the rest. The same count is nothing new (`already_confirmed`, `already_reported`), a part comes too late, and
 * after five different ones the next is refused (`too_many_reports`).
 */
export function countAgain(
  { first, others }: SignedReports,
  delivery: Sent,
  input: ConfirmDelivery,
  at: Date,
): { report: Report; settled: Settlement[] } | DomainError {
  const { by, at: signedAt } = first;
  if (input.part) return new DomainError("already_confirmed", { by, at: signedAt });
  const rest = settleAll(delivery.lines, input);
  const isSame = (settled: Settlement[]) => sameCounts(first, reportOf(input, settled, at));
  if (!(rest instanceof DomainError) && isSame(withParts(delivery.lines, rest)))
    return new DomainError("already_confirmed", { by, at: signedAt });
  const settled = settleAll(asWhole(delivery.lines), input);
  if (settled instanceof DomainError) return settled;
  if (isSame(settled)) return new DomainError("already_confirmed", { by, at: signedAt });
  const report = reportOf(input, settled, at);
  if (others.some((other) => sameCounts(other, report)))
    return new DomainError("already_reported", { by, at: signedAt });
  if (others.length >= MOST_REPORTS) {
    const { organization, hotline } = delivery;
    return new DomainError("too_many_reports", { organization, hotline: hotline ?? "" });
  }
  return { report, settled };
}

/** The case that a second report becomes: about all of the delivery, with both counts. It moves nothing. */
export const caseOfSecond = ({ delivery, reports }: SecondReport): Opening => ({
  organizationId: delivery.organizationId,
  responseId: delivery.responseId,
  deliveryId: delivery.id,
  kind: "second_report",
  lineN: null,
  quantity: null,
  reason: null,
  remark: null,
  report: reports,
  lots: [],
});
