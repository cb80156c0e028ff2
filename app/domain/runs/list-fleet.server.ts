import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";

export type VehicleRow = {
  id: string;
  plate: string;
  capacityBoxes: number | null;
  capacityKilograms: number | null;
  capacityTenthsM3: number | null;
};

export interface PassRow {
  id: string;
  vehicleId: string;
  plate: string;
  number: string;
  issuer: string | null;
  everywhere: boolean;
  townships: string[];
  validFrom: Date;
  validTo: Date;
}

export type DriverRow = {
  id: string;
  name: string;
  phone: string | null;
  /** Civil date, the last day the health paper holds. */
  healthPaperUntil: string | null;
};

/** The vehicles within reach that still drive, by plate. */
export async function listVehicles(actor: MemberActor): Promise<VehicleRow[]> {
  const rows = await db.execute<VehicleRow>(sql`
    select v.id, v.plate, v.capacity_boxes as "capacityBoxes", v.capacity_kilograms as "capacityKilograms",
           v.capacity_tenths_m3 as "capacityTenthsM3"
    from vehicles v
    where ${withinReach(actor, sql`v.organization_id`)} and v.retired_at is null
    order by v.plate, v.id`);
  return [...rows];
}

const DAYS_KEPT = 7;

/** The passes of vehicles that still drive, unless revoked or over for a week: those that end first come first. */
export async function listPasses(actor: MemberActor, now: Date = new Date()): Promise<PassRow[]> {
  const rows = await db.execute<
    Omit<PassRow, "validFrom" | "validTo"> & { validFrom: string; validTo: string }
  >(sql`
    select p.id, v.id as "vehicleId", v.plate, p.number, p.issuer, p.everywhere,
           array(select t.name from pass_townships pt join townships t on t.code = pt.township_code
                 where pt.pass_id = p.id order by t.code) as townships,
           p.valid_from::text as "validFrom", p.valid_to::text as "validTo"
    from passes p join vehicles v on v.id = p.vehicle_id
    where ${withinReach(actor, sql`p.organization_id`)} and p.revoked_at is null and v.retired_at is null
      and p.valid_to > ${now.toISOString()}::timestamptz - make_interval(days => ${DAYS_KEPT}::int)
    order by p.valid_to, p.id`);
  return rows.map((row) => ({
    ...row,
    validFrom: new Date(row.validFrom),
    validTo: new Date(row.validTo),
  }));
}

/** The drivers within reach who still drive: whose paper is missing or ends first comes first. */
export async function listDrivers(actor: MemberActor): Promise<DriverRow[]> {
  const rows = await db.execute<DriverRow>(sql`
    select d.id, d.name, d.phone, d.health_paper_until::text as "healthPaperUntil"
    from drivers d
    where ${withinReach(actor, sql`d.organization_id`)} and d.retired_at is null
    order by d.health_paper_until nulls first, d.name collate "zh-x-icu", d.id`);
  return [...rows];
}

/** A driver within reach who still drives. */
export async function getDriver(actor: MemberActor, id: string): Promise<DriverRow> {
  return (await listDrivers(actor)).find((driver) => driver.id === id) ?? notFound("driver");
}
