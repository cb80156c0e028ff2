import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import { userIdOf } from "../actor.ts";
import type { Ask } from "../perform.server.ts";
import type { Sent } from "./lock-by-code.server.ts";
import type { ConfirmDelivery } from "./schema.ts";
import type { Settlement } from "./settle.ts";

/** A delivery that is being signed for, by whom, and what their count means. */
export interface Confirmed {
  ask: Ask<ConfirmDelivery>;
  delivery: Sent;
  settled: Settlement[];
}

/** What is remembered of the receivers and their counts: on the deliveries, their lines and their picks. */
export async function writeReceipts(tx: Tx, confirmed: readonly Confirmed[], now: Date): Promise<void> {
  const receipts = confirmed.map(({ ask, delivery }) => ({
    id: delivery.id,
    name: ask.input.name,
    post: ask.input.post,
    by_user: userIdOf(ask.actor),
  }));
  const lines = confirmed.flatMap(({ delivery, settled }) =>
    settled.map(({ n, good, short, damaged, extra, reason, remark }) => ({
      id: delivery.id,
      n,
      good: `${good}`,
      short: `${short}`,
      damaged: `${damaged}`,
      extra: `${extra}`,
      reason,
      remark,
    })),
  );
  const picks = confirmed.flatMap(({ delivery, settled }) =>
    settled.flatMap((line) => line.picks.map(({ n, good }) => ({ id: delivery.id, n, good: `${good}` }))),
  );
  // `= any` keeps the planner from reading whole tables: what JSON holds, it takes for a hundred rows.
  const these = sql`any((select ${sql.param(receipts.map(({ id }) => id))}::uuid[])::uuid[])`;
  await tx.execute(sql`
    with receipt as (
      update deliveries d
      set status = 'confirmed', confirmed_at = ${now.toISOString()}::timestamptz, receiver_name = r.name,
          receiver_post = r.post, confirmed_by_user = r.by_user
      from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as r (id uuid, name text, post text, by_user uuid)
      where d.id = ${these} and d.id = r.id
    ), line as (
      update delivery_lines l
      set good = r.good, short = r.short, damaged = r.damaged, extra = r.extra, reason = r.reason, remark = r.remark
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as r (id uuid, n int, good bigint, short bigint, damaged bigint, extra bigint, reason text, remark text)
      where l.delivery_id = ${these} and l.delivery_id = r.id and l.n = r.n
    )
    update delivery_picks p set good = r.good
    from jsonb_to_recordset(${JSON.stringify(picks)}::jsonb) as r (id uuid, n int, good bigint)
    where p.delivery_id = ${these} and p.delivery_id = r.id and p.n = r.n`);
}
