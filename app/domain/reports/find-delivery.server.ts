import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { DeliveryStatus } from "#db/vocabulary";
import { isoMoment } from "./flows.server.ts";
import type { FoundDelivery } from "./found.ts";
import { publicCount } from "../small-number.ts";

/** The deliveries under a condition on `d`, with their lines, for the public. */
export async function findDelivery(where: SQL): Promise<FoundDelivery[]> {
  const rows = await db.execute<{
    number: string;
    organization: string;
    status: DeliveryStatus;
    township: string;
    site: string;
    planned_on: string;
    dispatched_at: string | null;
    confirmed_at: string | null;
    cancelled_at: string | null;
    receiver_post: string | null;
    handed_on: string | null;
    households: number;
    people: number;
    lines: [string, string, string, string | null, string | null, string | null][];
  }>(sql`
    select d.number, o.name as organization, d.status, t.name as township, s.name as site,
           d.planned_on::text, ${isoMoment(sql`d.dispatched_at`)} as dispatched_at,
           ${isoMoment(sql`d.confirmed_at`)} as confirmed_at, ${isoMoment(sql`d.cancelled_at`)} as cancelled_at,
           d.receiver_post, h.handed_on, h.households, h.people,
           (select json_agg(json_build_array(i.name, i.base_unit, l.quantity::text,
                                             coalesce(l.good, nullif(l.partly, 0))::text, l.short::text, l.damaged::text) order by l.n)
            from public_delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id) as lines
    from public_deliveries d
    join organizations o on o.id = d.organization_id
    join public_sites s on s.id = d.site_id
    join townships t on t.code = s.township_code
    left join lateral (
      select max(handed_on)::text as handed_on, coalesce(sum(households), 0)::int as households,
             coalesce(sum(people), 0)::int as people
      from public_hand_overs where delivery_id = d.id
    ) h on true
    where ${where} order by o.name limit 20`);
  return rows.map((row) => ({
    kind: "delivery",
    number: row.number,
    organization: row.organization,
    status: row.status,
    township: row.township,
    site: row.site,
    plannedOn: row.planned_on,
    dispatchedAt: moment(row.dispatched_at),
    confirmedAt: moment(row.confirmed_at),
    cancelledAt: moment(row.cancelled_at),
    receiverPost: row.receiver_post,
    handedOn: row.handed_on,
    households: publicCount(row.households),
    people: publicCount(row.people),
    lines: row.lines.map(([item, unit, quantity, good, short, damaged]) => ({
      item,
      unit,
      quantity: BigInt(quantity),
      good: good === null ? null : BigInt(good),
      short: BigInt(short ?? 0),
      damaged: BigInt(damaged ?? 0),
    })),
  }));
}

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));
