import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { Busy, DriverFacts, PassWindow, VehicleFacts } from "./check-run.ts";

export interface VehicleChoice extends VehicleFacts {
  id: string;
  plate: string;
  capacityTenthsM3: number | null;
}

export interface DriverChoice extends DriverFacts {
  id: string;
  name: string;
}

type Dated<Row, Keys extends keyof Row> = Omit<Row, Keys> & Record<Keys, string>;
type BusyRecord = Dated<Busy, "from" | "to">;
type PassRecord = Dated<PassWindow, "validFrom" | "validTo">;

/** Vehicles with their passes and runs; `where` is about `v`, a row of `vehicles`. */
export async function vehiclesForRuns(reader: Reader, where: SQL): Promise<VehicleChoice[]> {
  const rows = await reader.execute<{
    id: string;
    plate: string;
    capacityBoxes: number | null;
    capacityKilograms: number | null;
    capacityTenthsM3: number | null;
    passes: PassRecord[];
    busy: BusyRecord[];
  }>(sql`
    select v.id, v.plate, v.capacity_boxes as "capacityBoxes",
           v.capacity_kilograms as "capacityKilograms", v.capacity_tenths_m3 as "capacityTenthsM3", ${busyOf(sql`r.vehicle_id = v.id`)} as busy,
           coalesce((select json_agg(json_build_object(
                'number', p.number, 'everywhere', p.everywhere, 'validFrom', p.valid_from, 'validTo', p.valid_to,
                'townships', array(select township_code from pass_townships where pass_id = p.id)) order by p.valid_from)
              from passes p where p.vehicle_id = v.id and p.revoked_at is null), '[]') as passes
    from vehicles v where ${where} order by v.plate`);
  return rows.map(({ passes, busy, ...vehicle }) => ({
    ...vehicle,
    passes: passes.map((pass) => ({
      ...pass,
      validFrom: new Date(pass.validFrom),
      validTo: new Date(pass.validTo),
    })),
    busy: busy.map(datedBusy),
  }));
}

/** Drivers with their papers and runs; `where` is about `d`, a row of `drivers`. */
export async function driversForRuns(reader: Reader, where: SQL): Promise<DriverChoice[]> {
  const rows = await reader.execute<{
    id: string;
    name: string;
    healthPaperUntil: string | null;
    busy: BusyRecord[];
  }>(sql`
    select d.id, d.name, d.health_paper_until::text as "healthPaperUntil",
           ${busyOf(sql`r.driver_id = d.id`)} as busy
    from drivers d where ${where} order by d.name collate "zh-x-icu", d.id`);
  return rows.map(({ busy, ...driver }) => ({ ...driver, busy: busy.map(datedBusy) }));
}

/** Whoever is on the road is busy until the run is done, whatever was planned. */
const busyOf = (who: SQL): SQL => sql`
  coalesce((select json_agg(json_build_object(
       'runId', r.id, 'number', r.number, 'from', coalesce(r.left_at, r.leaves_at),
       'to', greatest(last.at, case r.status when 'on_road' then now() end)) order by r.leaves_at)
     from runs r
     cross join lateral (select max(arrives_at) as at from run_stops where run_id = r.id) last
     where ${who} and r.status in ('planned', 'on_road')), '[]')`;

const datedBusy = ({ from, to, ...busy }: BusyRecord): Busy => ({
  ...busy,
  from: new Date(from),
  to: new Date(to),
});
