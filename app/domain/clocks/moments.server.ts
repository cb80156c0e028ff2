import { type SQL, sql } from "drizzle-orm";
import type { Moments } from "./clock.ts";

/** As JSON brings it from the database. */
export type MomentsRecord = {
  [Key in keyof Moments]: Moments[Key] extends Date | null ? string | null : Moments[Key];
};

/** SQL: what is known of a delivery and of the need it answers, as a MomentsRecord. `d` is a row of deliveries. */
export const momentsOfDelivery = (d: SQL): SQL => sql`(
  select json_build_object(
    'askedAt', need.asked_at, 'checkedAt', need.checked_at, 'orderedAt', ${d}.created_at,
    'pickedAt', ${d}.picked_at, 'dispatchedAt', ${d}.dispatched_at, 'arrivedAt', stop.arrived_at,
    'confirmedAt', ${d}.confirmed_at, 'onRun', stop.run_id is not null,
    'atPoint', coalesce(stop.kind = 'hand_over_point' and stop.arrived_at is not null, false), 'boxes', packed.boxes, 'loaded', packed.loaded,
    'ended', ${d}.status = 'cancelled')
  from (select count(*)::int as boxes, count(b.loaded_at)::int as loaded
        from boxes b where b.delivery_id = ${d}.id and b.kind = 'box') packed
  left join needs need on need.id = ${d}.need_id
  left join lateral (
    select s.run_id, s.kind, s.arrived_at from run_stops s join runs r on r.id = s.run_id
    where s.delivery_id = ${d}.id and r.status in ('planned', 'on_road', 'done')
    order by r.created_at desc limit 1) stop on true)`;

/** SQL: the same of a need, with that of its deliveries that has come furthest. `n` is a row of needs. */
export const momentsOfNeed = (n: SQL): SQL => sql`(
  select case when of_need.id is null
    then json_build_object(
      'askedAt', ${n}.asked_at, 'checkedAt', ${n}.checked_at, 'orderedAt', null, 'pickedAt', null,
      'dispatchedAt', null, 'arrivedAt', null, 'confirmedAt', null, 'onRun', false, 'atPoint', false, 'boxes', 0, 'loaded', 0,
      'ended', ${n}.status in ('declined', 'withdrawn', 'met'))
    else ${momentsOfDelivery(sql`of_need`)} end
  from (select 1) one
  left join lateral (
    select * from deliveries where need_id = ${n}.id and status <> 'cancelled'
    order by confirmed_at nulls last, dispatched_at nulls last, created_at limit 1) of_need on true)`;

/** A record as Dates; a need that was closed is waited for by nobody. */
export function readMoments(record: MomentsRecord): Moments {
  const { onRun, atPoint, boxes, loaded, ended, ...times } = record;
  return { ...timesOf(times), onRun, atPoint, boxes, loaded, ended };
}

type Times = Omit<Moments, "onRun" | "atPoint" | "boxes" | "loaded" | "ended">;

function timesOf(times: { [Key in keyof Times]: string | null }): Times {
  const { askedAt, checkedAt, orderedAt, pickedAt, dispatchedAt, arrivedAt, confirmedAt } = times;
  return {
    askedAt: instant(askedAt),
    checkedAt: instant(checkedAt),
    orderedAt: instant(orderedAt),
    pickedAt: instant(pickedAt),
    dispatchedAt: instant(dispatchedAt),
    arrivedAt: instant(arrivedAt),
    confirmedAt: instant(confirmedAt),
  };
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
