import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DeliveryStatus } from "#db/vocabulary";
import { listPublicPhotosOfDeliveries } from "../photos/list-public.server.ts";
import { isoMoment } from "../reports/flows.server.ts";
import { carriersOf } from "./lots.server.ts";
import type { Drop } from "./trace.ts";

/**
 * The deliveries that carry goods of each of these gifts, the latest last; kits count by what of the gift is in them.
 * What was called off is not listed, unless a part of it was signed for.
 */
export async function dropsOfGifts(giftIds: readonly string[]): Promise<Map<string, Drop[]>> {
  const rows = await db.execute<Row>(sql`
    select line.gift_id as "giftId", d.id, d.number, d.status, t.name as township, s.name as site,
           d.planned_on::text as "plannedOn", ${isoMoment(sql`d.dispatched_at`)} as "dispatchedAt",
           ${isoMoment(sql`stop.arrives_at`)} as "arrivesAt", ${isoMoment(sql`d.confirmed_at`)} as "confirmedAt",
           d.receiver_post as "receiverPost",
           json_agg(json_build_array(i.name, i.base_unit, line.pack_name, line.pack_size::text, line.quantity::text,
                                     line.good::text, line.handed_on::text) order by i.name, i.id) as lines
    from (
      select c.gift_id, p.delivery_id, l.item_id, max(l.pack_name) as pack_name, max(l.pack_size) as pack_size,
             sum(p.quantity * c.each) as quantity, sum(p.good * c.each) as good,
             sum(p.handed_over * c.each) as handed_on
      from ${carriersOf(giftIds)} c
      join delivery_picks p on p.asset_id = c.id
      join source_lots l on l.asset_id = c.lot
      group by c.gift_id, p.delivery_id, l.item_id
    ) line
    join items i on i.id = line.item_id
    join public_deliveries d on d.id = line.delivery_id
    join public_sites s on s.id = d.site_id
    join townships t on t.code = s.township_code
    left join lateral (
      select r.arrives_at from run_stops r join runs on runs.id = r.run_id
      where r.delivery_id = d.id and r.kind = 'door' and runs.status in ('planned', 'on_road')
      order by runs.created_at desc limit 1
    ) stop on true
    where d.status <> 'cancelled' or line.good > 0
    group by line.gift_id, d.id, d.number, d.status, t.name, s.name, d.planned_on, d.dispatched_at, stop.arrives_at,
             d.confirmed_at, d.receiver_post
    order by d.dispatched_at nulls last, d.planned_on, d.number`);
  const photos = await listPublicPhotosOfDeliveries([...new Set(rows.map(({ id }) => id))]);
  const byGift = new Map<string, Drop[]>();
  for (const { giftId, lines, ...row } of rows) {
    const drop: Drop = {
      ...row,
      dispatchedAt: moment(row.dispatchedAt),
      arrivesAt: moment(row.arrivesAt),
      confirmedAt: moment(row.confirmedAt),
      lines: lines.map(([item, unit, packName, packSize, quantity, good, handedOn]) => ({
        item,
        unit,
        pack: packName !== null && packSize !== null ? { name: packName, size: BigInt(packSize) } : undefined,
        quantity: BigInt(quantity),
        good: BigInt(good),
        handedOn: BigInt(handedOn),
      })),
      photos: photos.get(row.id) ?? [],
    };
    byGift.set(giftId, [...(byGift.get(giftId) ?? []), drop]);
  }
  return byGift;
}

type Moment = "dispatchedAt" | "arrivesAt" | "confirmedAt";
type Row = Omit<Drop, "lines" | "photos" | Moment> &
  Record<Moment, string | null> & {
    giftId: string;
    status: DeliveryStatus;
    lines: [string, string, string | null, string | null, string, string, string][];
  };

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));
