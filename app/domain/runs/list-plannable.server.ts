import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";
import type { Load } from "./check-run.ts";
import { gramsOf, loadOf, type LoadRecord } from "./run-facts.server.ts";

export interface PlannableDelivery {
  id: string;
  number: string;
  site: string;
  townshipCode: string;
  township: string;
  receivesFrom: string | null;
  receivesTo: string | null;
  boxes: number;
  /** What its boxes weigh, as far as they were weighed. */
  grams: number;
  /** Civil date. */
  plannedOn: string;
  /** Where another run hands it over, and which; null for what stands in the warehouse. */
  takenOverAt: string | null;
  load: Load;
}

const MOST = 300;

/**
 * The deliveries of a warehouse within reach that are on no run: packed ones, and those that another run takes to a
 * hand-over point. The oldest first.
 */
export async function listPlannable(actor: MemberActor, warehouseId: string): Promise<PlannableDelivery[]> {
  const rows = await db.execute<Omit<PlannableDelivery, "load"> & LoadRecord>(sql`
    select d.id, d.number, s.name as site, t.code as "townshipCode", t.name as township, d.boxes,
           ${gramsOf} as grams, d.status,
           to_char(s.receives_from, 'HH24:MI') as "receivesFrom", to_char(s.receives_to, 'HH24:MI') as "receivesTo",
           d.planned_on::text as "plannedOn", leg.at as "takenOverAt", leg.number as "legNumber",
           leg.arrived as "legArrived"
    from deliveries d
    join sites s on s.id = d.site_id
    join townships t on t.code = s.township_code
    left join lateral (
      select stop.kind, r.number, stop.arrived_at is not null as arrived, place.name || ' ' || stop.place as at
      from run_stops stop
      join runs r on r.id = stop.run_id
      left join townships place on place.code = stop.township_code
      where stop.delivery_id = d.id and r.status <> 'cancelled' order by r.id desc limit 1
    ) leg on true
    where d.warehouse_id = ${warehouseId}::uuid and ${withinReach(actor, sql`d.organization_id`)}
      and (d.status = 'planned' or (d.status = 'dispatched' and leg.kind is not null))
      and leg.kind is distinct from 'door'
    order by d.planned_on, d.number limit ${MOST}`);
  return rows.map(({ status, legNumber, legArrived, ...delivery }) => ({
    ...delivery,
    load: loadOf({ status, legNumber, legArrived }),
  }));
}
