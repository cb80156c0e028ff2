import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DeliveryStatus } from "#db/vocabulary";
import { isoMoment } from "../reports/flows.server.ts";
import { carriersOf } from "./lots.server.ts";
import type { TracedCase } from "./trace.ts";

/**
 * The differences that touch goods of these gifts, open ones and settled ones, with what became of them. Never a remark,
 * a note or a name: those are the desk's.
 */
export async function casesOfGifts(giftIds: readonly string[]): Promise<Map<string, TracedCase[]>> {
  const rows = await db.execute<Row>(sql`
    select c.gift_id as "giftId", k.id, k.number, k.kind, k.delivery_id as "deliveryId", i.name as item,
           i.base_unit as unit, sum(x.quantity * c.each)::text as quantity, ${isoMoment(sql`k.created_at`)} as "openedAt",
           k.due_on::text as "dueOn", k.decision, ${isoMoment(sql`k.decided_at`)} as "decidedAt",
           ${isoMoment(sql`k.closed_at`)} as "closedAt", r.number as "replacementNumber", r.status as "replacementStatus",
           ${isoMoment(sql`r.confirmed_at`)} as "replacementConfirmedAt"
    from ${carriersOf(giftIds)} c
    join case_lots x on x.asset_id = c.id
    join cases k on k.id = x.case_id
    join source_lots l on l.asset_id = c.lot
    join items i on i.id = l.item_id
    left join public_deliveries r on r.id = k.replacement_id
    group by c.gift_id, k.id, i.id, r.number, r.status, r.confirmed_at
    order by k.created_at, k.number, i.name`);
  const byGift = new Map<string, TracedCase[]>();
  for (const { giftId, replacementNumber, replacementStatus, replacementConfirmedAt, ...row } of rows) {
    const found: TracedCase = {
      ...row,
      quantity: BigInt(row.quantity),
      openedAt: new Date(row.openedAt),
      decidedAt: moment(row.decidedAt),
      closedAt: moment(row.closedAt),
      replacement:
        replacementNumber === null || replacementStatus === null
          ? null
          : {
              number: replacementNumber,
              status: replacementStatus,
              confirmedAt: moment(replacementConfirmedAt),
            },
    };
    byGift.set(giftId, [...(byGift.get(giftId) ?? []), found]);
  }
  return byGift;
}

type Row = Omit<TracedCase, "quantity" | "openedAt" | "decidedAt" | "closedAt" | "replacement"> & {
  giftId: string;
  quantity: string;
  openedAt: string;
  decidedAt: string | null;
  closedAt: string | null;
  replacementNumber: string | null;
  replacementStatus: DeliveryStatus | null;
  replacementConfirmedAt: string | null;
};

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));
