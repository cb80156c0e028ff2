import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DeliveryStatus, RunStatus, StopKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import { isHandedOn } from "./box-custody.server.ts";
import { checkRun, delayed, type StopProblem } from "./check-run.ts";
import { factsOfRun, gramsOf } from "./run-facts.server.ts";

interface Head {
  id: string;
  number: string;
  status: RunStatus;
  organization: string;
  warehouseId: string;
  warehouse: string;
  warehouseAddress: string | null;
  vehicleId: string;
  plate: string;
  capacityBoxes: number | null;
  capacityKilograms: number | null;
  capacityTenthsM3: number | null;
  driver: string;
  driverPhone: string | null;
  /** Civil date. */
  healthPaperUntil: string | null;
  note: string | null;
  cancelledReason: string | null;
  plannedBy: string | null;
  leavesAt: Date;
  leftAt: Date | null;
  doneAt: Date | null;
}

export interface RunStop {
  n: number;
  kind: StopKind;
  deliveryId: string;
  delivery: string;
  /** What stands on its label, where it is signed for. */
  code: string;
  deliveryStatus: DeliveryStatus;
  boxes: number;
  /** Of them with a label, loaded, weighed, and handed over here. */
  labelled: number;
  loaded: number;
  weighed: number;
  handedOn: number;
  /** What those that were weighed come to. */
  grams: number;
  site: string;
  township: string;
  /** The door's address, or where exactly the hand-over point is. */
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  receivesFrom: string | null;
  receivesTo: string | null;
  unloading: string | null;
  /** Where another run handed it over, when this is not its first leg. */
  takenOverAt: string | null;
  /** What the vehicle may be there with at that time; one for there at another time when it has no better. */
  pass: StopPass | null;
  arrivesAt: Date;
  arrivedAt: Date | null;
  /** What is missing before it can leave; empty once it has. */
  problems: StopProblem[];
}

export interface StopPass {
  number: string;
  issuer: string | null;
  validFrom: Date;
  validTo: Date;
}

export interface Run extends Head {
  /** It would leave later than planned, and every arrival is put off as much. */
  delayMinutes: number;
  stops: RunStop[];
}

type Moments = "leavesAt" | "leftAt" | "doneAt";

/** One run within reach; while it is planned, with what each stop lacks if it left now or as planned. */
export async function getRun(actor: MemberActor, id: string, now: Date = new Date()): Promise<Run> {
  const [row] = await db.execute<Omit<Head, Moments> & Record<Moments, string | null>>(sql`
    select r.id, r.number, r.status, o.name as organization, r.warehouse_id as "warehouseId", w.name as warehouse, w.address as "warehouseAddress",
           r.vehicle_id as "vehicleId", v.plate, v.capacity_boxes as "capacityBoxes",
           v.capacity_kilograms as "capacityKilograms", v.capacity_tenths_m3 as "capacityTenthsM3", d.name as driver, d.health_paper_until::text as "healthPaperUntil",
           d.phone as "driverPhone", r.note, r.cancelled_reason as "cancelledReason", u.name as "plannedBy",
           r.leaves_at::text as "leavesAt", r.left_at::text as "leftAt", r.done_at::text as "doneAt"
    from runs r
    join organizations o on o.id = r.organization_id
    join warehouses w on w.id = r.warehouse_id
    join vehicles v on v.id = r.vehicle_id
    join drivers d on d.id = r.driver_id
    left join users u on u.id = r.created_by
    where r.id = ${id}::uuid and ${withinReach(actor, sql`r.organization_id`)}`);
  if (!row) return notFound("run");
  const leavesAt = new Date(row.leavesAt ?? 0);
  const head = { ...row, leavesAt, leftAt: instant(row.leftAt), doneAt: instant(row.doneAt) };
  const stops = await stopsOf(id);
  if (head.status !== "planned") return { ...head, delayMinutes: 0, stops };
  return { ...head, ...(await checked(id, stops, now)) };
}

async function checked(runId: string, stops: RunStop[], now: Date) {
  const planned = await factsOfRun(db, runId);
  const leavesAt = new Date(Math.max(+now, +planned.leavesAt));
  const facts = delayed(planned, leavesAt);
  const verdicts = checkRun(facts);
  return {
    delayMinutes: Math.floor((+leavesAt - +planned.leavesAt) / 60_000),
    stops: stops.map((stop, i) => ({
      ...stop,
      arrivesAt: facts.stops[i]?.arrivesAt ?? stop.arrivesAt,
      problems: verdicts[i]?.problems ?? [],
    })),
  };
}

type StopRecord = Omit<RunStop, "arrivesAt" | "arrivedAt" | "problems" | "pass"> & {
  arrivesAt: string;
  arrivedAt: string | null;
  pass: (Omit<StopPass, "validFrom" | "validTo"> & { validFrom: string; validTo: string }) | null;
};

async function stopsOf(runId: string): Promise<RunStop[]> {
  const rows = await db.execute<StopRecord>(sql`
    select stop.n, stop.kind, d.id as "deliveryId", d.number as delivery, d.code, d.status as "deliveryStatus", d.boxes,
           (select count(*)::int from boxes b where b.delivery_id = d.id) as labelled,
           (select count(b.loaded_at)::int from boxes b where b.delivery_id = d.id) as loaded,
           (select count(b.weight_grams)::int from boxes b where b.delivery_id = d.id) as weighed, ${gramsOf} as grams,
           (select count(distinct e.box_id)::int from box_events e
            where e.delivery_id = d.id and ${isHandedOn(sql`stop.run_id`, sql`stop.n`)}) as "handedOn",
           s.name as site, t.name as township, case stop.kind when 'door' then s.address else stop.place end as address,
           s.contact_name as "contactName", s.contact_phone as "contactPhone",
           case stop.kind when 'door' then to_char(s.receives_from, 'HH24:MI') end as "receivesFrom",
           case stop.kind when 'door' then to_char(s.receives_to, 'HH24:MI') end as "receivesTo",
           case stop.kind when 'door' then s.unloading end as unloading,
           (select township.name || ' ' || before.place
            from run_stops before
            join runs r on r.id = before.run_id
            join townships township on township.code = before.township_code
            where before.delivery_id = d.id and before.kind = 'hand_over_point' and r.id < stop.run_id
              and r.status <> 'cancelled'
            order by r.id desc limit 1) as "takenOverAt",
           ${passOf} as pass, stop.arrives_at::text as "arrivesAt", stop.arrived_at::text as "arrivedAt"
    from run_stops stop
    join runs run on run.id = stop.run_id
    join deliveries d on d.id = stop.delivery_id
    join sites s on s.id = d.site_id
    join townships t on t.code = coalesce(stop.township_code, s.township_code)
    where stop.run_id = ${runId}::uuid order by stop.n`);
  return rows.map(({ pass, ...stop }) => ({
    ...stop,
    pass: pass && { ...pass, validFrom: new Date(pass.validFrom), validTo: new Date(pass.validTo) },
    arrivesAt: new Date(stop.arrivesAt),
    arrivedAt: instant(stop.arrivedAt),
    problems: [],
  }));
}

/** SQL: of the passes of `run`'s vehicle for township `t`, one that holds on arriving, else that which ends last. */
const passOf = sql`(
  select json_build_object('number', p.number, 'issuer', p.issuer, 'validFrom', p.valid_from, 'validTo', p.valid_to)
  from passes p
  where p.vehicle_id = run.vehicle_id and p.revoked_at is null
    and (p.everywhere or exists (
      select from pass_townships area where area.pass_id = p.id and area.township_code = t.code))
  order by stop.arrives_at between p.valid_from and p.valid_to desc, p.valid_to desc limit 1)`;

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
