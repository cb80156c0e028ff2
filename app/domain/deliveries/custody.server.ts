import { sql } from "drizzle-orm";
import { db } from "#db";
import type { StopKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { holdersOf } from "../boxes/custody.server.ts";
import { handsOf, type Holder } from "../boxes/holder.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";

/** How many of a delivery's boxes are in the same hands. */
export interface Hands {
  boxes: number;
  holder: Holder;
}

/**
 * Who held the boxes of a delivery at a moment. Labelled boxes are where they were last scanned or sent, also those that
 * were left behind; the others go the way the delivery goes. Nothing before the delivery was made.
 */
export async function deliveryCustody(
  actor: MemberActor,
  deliveryId: string,
  at: Date = new Date(),
): Promise<Hands[]> {
  const [delivery] = await db.execute<DeliveryRecord>(sql`
    select d.boxes, d.created_at::text as "createdAt", d.dispatched_at::text as "dispatchedAt",
           d.confirmed_at::text as "confirmedAt", d.cancelled_at::text as "cancelledAt",
           d.receiver_name as "receiverName", s.name as site, w.name as warehouse, a.name as place
    from deliveries d
    join sites s on s.id = d.site_id
    join warehouses w on w.id = d.warehouse_id
    join accounts a on a.id = w.staging_account_id
    where d.id = ${deliveryId}::uuid and ${withinReach(actor, sql`d.organization_id`)}`);
  if (!delivery) return notFound("delivery");
  if (new Date(delivery.createdAt) > at && !isPast(delivery.dispatchedAt, at)) return [];
  const labelled = await holdersOf(ofDelivery(deliveryId), at);
  const going = await countGoing(deliveryId);
  const unlabelled = Math.max(delivery.boxes - going, 0);
  const hands = new Map<string, Hands>();
  const add = (holder: Holder, boxes: number) => {
    const same = hands.get(handsOf(holder));
    hands.set(handsOf(holder), { holder, boxes: boxes + (same?.boxes ?? 0) });
  };
  for (const { holder } of labelled) add(holder, 1);
  if (unlabelled > 0 && !isPast(delivery.cancelledAt, at)) {
    add(await holderOfDelivery(deliveryId, delivery, at), unlabelled);
  }
  return [...hands.values()];
}

type DeliveryRecord = {
  boxes: number;
  createdAt: string;
  dispatchedAt: string | null;
  confirmedAt: string | null;
  cancelledAt: string | null;
  receiverName: string | null;
  site: string;
  warehouse: string;
  place: string;
};

const isPast = (moment: string | null, at: Date): moment is string =>
  moment !== null && new Date(moment) <= at;

/** Those that go with it, and those that were picked for it and left behind, as long as they were not picked again. */
const ofDelivery = (deliveryId: string) => sql`(
  b.delivery_id = ${deliveryId}::uuid
  or (select e.kind = 'box.leave-behind' and e.delivery_id = ${deliveryId}::uuid
      from box_events e where e.box_id = b.id and e.delivery_id is not null order by e.seq desc limit 1)
  and b.id in (select box_id from box_events where delivery_id = ${deliveryId}::uuid))`;

async function countGoing(deliveryId: string): Promise<number> {
  const [row] = await db.execute<{ many: number }>(
    sql`select count(*)::int as many from boxes where delivery_id = ${deliveryId}::uuid`,
  );
  return row?.many ?? 0;
}

type Leg = {
  kind: StopKind;
  runId: string;
  run: string;
  plate: string;
  driver: string;
  phone: string | null;
  point: string | null;
  leftAt: string | null;
  arrivedAt: string | null;
};

/** By its own steps and the runs it is on. */
async function holderOfDelivery(deliveryId: string, delivery: DeliveryRecord, at: Date): Promise<Holder> {
  const { site, receiverName: by, warehouse, place, confirmedAt, dispatchedAt } = delivery;
  if (isPast(confirmedAt, at)) return { is: "site", site, by, since: new Date(confirmedAt) };
  if (!isPast(dispatchedAt, at)) {
    return { is: "warehouse", warehouse, kind: "staging", place, since: new Date(delivery.createdAt) };
  }
  const legs = await legsOf(deliveryId);
  const last = legs.findLastIndex(({ leftAt }) => isPast(leftAt, at));
  const leg = legs[last];
  if (!leg) return { is: "road", since: new Date(dispatchedAt) };
  const { runId, run, plate, driver, phone, leftAt, arrivedAt } = leg;
  const arrived = isPast(arrivedAt, at) ? new Date(arrivedAt) : null;
  if (arrived === null || leg.kind === "door") {
    const since = new Date(leftAt!);
    return { is: "vehicle", runId, run, plate, driver, phone, point: null, doorSince: arrived, since };
  }
  const point = leg.point ?? "";
  const next = legs[last + 1];
  if (!next) return { is: "point", place: point, runId, run, since: arrived };
  const { runId: nextId, run: nextRun, plate: nextPlate, driver: nextDriver, phone: nextPhone } = next;
  return {
    is: "vehicle",
    runId: nextId,
    run: nextRun,
    plate: nextPlate,
    driver: nextDriver,
    phone: nextPhone,
    point,
    doorSince: null,
    since: arrived,
  };
}

async function legsOf(deliveryId: string): Promise<Leg[]> {
  const rows = await db.execute<Leg>(sql`
    select stop.kind, r.id as "runId", r.number as run, v.plate, driver.name as driver, driver.phone,
           t.name || ' ' || stop.place as point, r.left_at::text as "leftAt", stop.arrived_at::text as "arrivedAt"
    from run_stops stop
    join runs r on r.id = stop.run_id
    join vehicles v on v.id = r.vehicle_id
    join drivers driver on driver.id = r.driver_id
    left join townships t on t.code = stop.township_code
    where stop.delivery_id = ${deliveryId}::uuid and r.status <> 'cancelled' order by r.id`);
  return [...rows];
}
