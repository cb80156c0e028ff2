import { and, eq, inArray, isNull } from "drizzle-orm";
import { drivers, type Tx, vehicles } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";

/**
 * A vehicle within reach that still drives, locked until commit: what is decided by its passes and runs waits for each
 * other. The vehicle is locked before the driver, always.
 */
export async function lockVehicle(tx: Tx, actor: MemberActor, id: string) {
  const [vehicle] = await tx
    .select()
    .from(vehicles)
    .where(
      and(
        eq(vehicles.id, id),
        inArray(vehicles.organizationId, [...actor.reach]),
        isNull(vehicles.retiredAt),
      ),
    )
    .for("no key update");
  return vehicle ?? notFound("vehicle");
}

/** A driver within reach who still drives, locked until commit. */
export async function lockDriver(tx: Tx, actor: MemberActor, id: string) {
  const [driver] = await tx
    .select()
    .from(drivers)
    .where(
      and(eq(drivers.id, id), inArray(drivers.organizationId, [...actor.reach]), isNull(drivers.retiredAt)),
    )
    .for("no key update");
  return driver ?? notFound("driver");
}
