import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import { userIdOf } from "../actor.ts";
import type { Ask } from "../perform.server.ts";
import type { Sent } from "./lock-by-code.server.ts";
import type { ConfirmDelivery } from "./schema.ts";
import type { Settlement } from "./settle.ts";

/** A delivery that is being signed for, by whom, and what their count means. */
export interface Signing {
  ask: Ask<ConfirmDelivery>;
  delivery: Sent;
  /** Which of the delivery's signings it is, from 1. */
  n: number;
  /** What this signing counts, line by line. */
  settled: Settlement[];
  /** The lines after it: what came in parts before, and what everything comes to; null while more is to come. */
  lines: { n: number; partly: bigint; damaged: bigint; whole: Settlement | null }[];
  /** The words agreed to. */
  agreed: string;
  /** By the signer's clock, when that can be believed. */
  at: Date;
}

/**
 * What is remembered of the receivers and their counts: a receipt each with its words, and on the deliveries, their lines
 * and their picks what they come to.
 */
export async function writeReceipts(tx: Tx, signings: readonly Signing[], now: Date): Promise<void> {
  // `= any` keeps the planner from reading whole tables: what JSON holds, it takes for a hundred rows.
  const these = sql`any((select ${sql.param([...new Set(signings.map(({ delivery }) => delivery.id))])}::uuid[])::uuid[])`;
  await tx.execute(sql`
    with receipt as (
      insert into receipts (id, delivery_id, n, partial, name, post, locale, agreed, signature, device_id, device_time,
                            occurred_at)
      select id, delivery_id, n, partial, name, post, locale, agreed, signature, device_id, device_time, occurred_at
      from jsonb_to_recordset(${JSON.stringify(signings.map(receiptOf))}::jsonb)
        as r (id uuid, delivery_id uuid, n int, partial boolean, name text, post text, locale text, agreed text,
              signature text, device_id uuid, device_time timestamptz, occurred_at timestamptz)
    ), counted as (
      insert into receipt_lines (receipt_id, line_n, good, short, damaged, extra, reason, remark)
      select id, n, good, short, damaged, extra, reason, remark
      from jsonb_to_recordset(${JSON.stringify(signings.flatMap(countsOf))}::jsonb)
        as r (id uuid, n int, good bigint, short bigint, damaged bigint, extra bigint, reason text, remark text)
    ), delivery as (
      update deliveries d
      set status = 'confirmed', confirmed_at = ${now.toISOString()}::timestamptz, receiver_name = r.name,
          receiver_post = r.post, confirmed_by_user = r.by_user
      from jsonb_to_recordset(${JSON.stringify(signings.flatMap(closingOf))}::jsonb)
        as r (id uuid, name text, post text, by_user uuid)
      where d.id = ${these} and d.id = r.id
    ), line as (
      update delivery_lines l
      set partly = r.partly, good = r.good, short = r.short, damaged = r.damaged, extra = r.extra,
          reason = coalesce(r.reason, l.reason), remark = coalesce(r.remark, l.remark)
      from jsonb_to_recordset(${JSON.stringify(linesAfter(signings))}::jsonb)
        as r (id uuid, n int, partly bigint, good bigint, short bigint, damaged bigint, extra bigint, reason text,
              remark text)
      where l.delivery_id = ${these} and l.delivery_id = r.id and l.n = r.n
    )
    update delivery_picks p set good = p.good + r.good
    from jsonb_to_recordset(${JSON.stringify(picksAfter(signings))}::jsonb) as r (id uuid, n int, good bigint)
    where p.delivery_id = ${these} and p.delivery_id = r.id and p.n = r.n`);
}

const receiptOf = ({ ask: { requestId, input }, delivery, n, agreed, at }: Signing) => ({
  id: requestId,
  delivery_id: delivery.id,
  n,
  partial: input.part,
  name: input.name,
  post: input.post,
  locale: input.locale,
  agreed,
  signature: input.signature,
  device_id: input.device?.id ?? null,
  device_time: input.occurredAt,
  occurred_at: at.toISOString(),
});

/** Of a part, the lines of which nothing came are left out. */
const countsOf = ({ ask: { requestId, input }, settled }: Signing) =>
  settled
    .filter(({ good, damaged }) => !input.part || good + damaged > 0n)
    .map(({ n, good, short, damaged, extra, reason, remark }) => ({
      id: requestId,
      n,
      good: `${good}`,
      short: `${short}`,
      damaged: `${damaged}`,
      extra: `${extra}`,
      reason,
      remark,
    }));

const closingOf = ({ ask: { actor, input }, delivery }: Signing) =>
  input.part ? [] : [{ id: delivery.id, name: input.name, post: input.post, by_user: userIdOf(actor) }];

/** Of a delivery that is signed for twice in one batch the later signing counts; a reason given before stays. */
function linesAfter(signings: readonly Signing[]) {
  const rows = new Map<string, Record<string, string | number | null>>();
  for (const { delivery, lines, settled } of signings) {
    for (const [i, { n, partly, damaged, whole }] of lines.entries()) {
      const key = `${delivery.id}/${n}`;
      const { reason, remark } = settled[i]!;
      rows.set(key, {
        id: delivery.id,
        n,
        partly: `${partly}`,
        good: text(whole?.good),
        short: text(whole?.short),
        damaged: damaged === 0n && !whole ? null : `${damaged}`,
        extra: text(whole?.extra),
        reason: reason ?? rows.get(key)?.reason ?? null,
        remark: remark ?? rows.get(key)?.remark ?? null,
      });
    }
  }
  return [...rows.values()];
}

function picksAfter(signings: readonly Signing[]) {
  const sums = new Map<string, { id: string; n: number; good: bigint }>();
  for (const { delivery, settled } of signings) {
    for (const { n, good } of settled.flatMap(({ picks }) => picks)) {
      const key = `${delivery.id}/${n}`;
      sums.set(key, { id: delivery.id, n, good: (sums.get(key)?.good ?? 0n) + good });
    }
  }
  return [...sums.values()].map((pick) => ({ ...pick, good: `${pick.good}` }));
}

const text = (whole: bigint | undefined): string | null => (whole === undefined ? null : `${whole}`);
