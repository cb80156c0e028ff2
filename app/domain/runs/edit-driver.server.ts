import { and, eq, inArray } from "drizzle-orm";
import { drivers } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { refuseOnRun } from "./open-runs.server.ts";
import type { EditDriver } from "./schema.ts";

/**
 * A driver's name, number and until when the health paper holds. Whoever is planned on a run or on the road does not
 * stop driving (`on_run`).
 */
export async function editDriver(actor: MemberActor, requestId: string, input: EditDriver) {
  return perform({ actor, action: "vehicle.edit", requestId, input }, async (tx) => {
    const { driverId, retired, ...facts } = input;
    const [driver] = await tx
      .update(drivers)
      .set({ ...facts, retiredAt: retired ? new Date() : null })
      .where(and(eq(drivers.id, driverId), inArray(drivers.organizationId, [...actor.reach])))
      .returning();
    if (!driver) return notFound("driver");
    if (retired) await refuseOnRun(tx, "driver", driver.id, driver.name);
    const { id, organizationId } = driver;
    return { result: { id }, organizationId, subjectId: id };
  });
}
