import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";
import {
  type DriverChoice,
  driversForRuns,
  type VehicleChoice,
  vehiclesForRuns,
} from "./crew-facts.server.ts";

/** The vehicles and drivers of the organization that keeps this warehouse, with all that `checkRun` asks of them. */
export async function listCrew(
  actor: MemberActor,
  warehouseId: string,
): Promise<{ vehicles: VehicleChoice[]; drivers: DriverChoice[] }> {
  const organization = sql`(select organization_id from warehouses where id = ${warehouseId}::uuid)`;
  const [vehicles, drivers] = await Promise.all([
    vehiclesForRuns(
      db,
      sql`v.organization_id = ${organization} and ${withinReach(actor, sql`v.organization_id`)} and v.retired_at is null`,
    ),
    driversForRuns(
      db,
      sql`d.organization_id = ${organization} and ${withinReach(actor, sql`d.organization_id`)} and d.retired_at is null`,
    ),
  ]);
  return { vehicles, drivers };
}
