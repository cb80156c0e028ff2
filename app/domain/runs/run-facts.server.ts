import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { DeliveryStatus } from "#db/vocabulary";
import { notFound } from "../errors.ts";
import type { Load, RunFacts, StopFacts } from "./check-run.ts";
import { driversForRuns, vehiclesForRuns } from "./crew-facts.server.ts";

/** What `checkRun` decides by, of a run that was found within reach before. */
export async function factsOfRun(reader: Reader, runId: string): Promise<RunFacts> {
  const [run] = await reader.execute<{ leavesAt: string }>(
    sql`select leaves_at::text as "leavesAt" from runs where id = ${runId}::uuid`,
  );
  const ofRun = (column: "vehicle_id" | "driver_id") =>
    sql`(select ${sql.identifier(column)} from runs where id = ${runId}::uuid)`;
  const [vehicle] = await vehiclesForRuns(reader, sql`v.id = ${ofRun("vehicle_id")}`);
  const [driver] = await driversForRuns(reader, sql`d.id = ${ofRun("driver_id")}`);
  if (!run || !vehicle || !driver) return notFound("run");
  const stops = await stopsOf(reader, runId);
  return { id: runId, leavesAt: new Date(run.leavesAt), vehicle, driver, stops };
}

type StopRecord = Omit<StopFacts, "arrivesAt" | "load"> & LoadRecord & { arrivesAt: string };

export type LoadRecord = {
  status: DeliveryStatus;
  /** The run before, which takes the delivery to a hand-over point, and whether it has. */
  legNumber: string | null;
  legArrived: boolean | null;
};

async function stopsOf(reader: Reader, runId: string): Promise<StopFacts[]> {
  const rows = await reader.execute<StopRecord>(sql`
    select stop.n, t.code as "townshipCode", t.name as township, stop.arrives_at::text as "arrivesAt",
           case stop.kind when 'door' then to_char(s.receives_from, 'HH24:MI') end as "receivesFrom",
           case stop.kind when 'door' then to_char(s.receives_to, 'HH24:MI') end as "receivesTo",
           d.boxes, ${gramsOf} as grams, d.status, leg.number as "legNumber", leg.arrived as "legArrived"
    from run_stops stop
    join deliveries d on d.id = stop.delivery_id
    join sites s on s.id = d.site_id
    join townships t on t.code = coalesce(stop.township_code, s.township_code)
    left join lateral (
      select r.number, before.arrived_at is not null as arrived
      from run_stops before join runs r on r.id = before.run_id
      where before.delivery_id = d.id and before.kind = 'hand_over_point' and r.id < stop.run_id
        and r.status <> 'cancelled'
      order by r.id desc limit 1
    ) leg on true
    where stop.run_id = ${runId}::uuid order by stop.n`);
  return rows.map(({ arrivesAt, status, legNumber, legArrived, ...stop }) => ({
    ...stop,
    arrivesAt: new Date(arrivesAt),
    load: loadOf({ status, legNumber, legArrived }),
  }));
}

/** What a delivery `d` weighs, as far as its boxes were weighed. */
export const gramsOf = sql`
  (select coalesce(sum(b.weight_grams), 0)::int from boxes b where b.delivery_id = d.id)`;

/** Can a delivery be loaded where this run starts: in the warehouse, or where another run handed it over? */
export function loadOf({ status, legNumber, legArrived }: LoadRecord): Load {
  if (status === "cancelled") return { is: "cancelled" };
  if (status === "confirmed") return { is: "gone" };
  if (legNumber !== null) return legArrived ? { is: "ready" } : { is: "not_handed_over", number: legNumber };
  return { is: status === "planned" ? "ready" : "gone" };
}
