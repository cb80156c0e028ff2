import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { Opening } from "../cases/open.server.ts";
import type { Report, TwoReports } from "../cases/report.ts";
import type { Sent } from "./lock-by-code.server.ts";
import type { ConfirmDelivery } from "./schema.ts";
import type { Settlement } from "./settle.ts";

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
