import { and, eq, inArray, isNull } from "drizzle-orm";
import { vehicles } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { refuseOnRun } from "./open-runs.server.ts";
import type { RetireVehicle } from "./schema.ts";

/** The vehicle goes on no more runs; refused while it is planned on one or on the road (`on_run`). */
export async function retireVehicle(actor: MemberActor, requestId: string, input: RetireVehicle) {
  return perform({ actor, action: "vehicle.edit", requestId, input }, async (tx) => {
    const [vehicle] = await tx
      .update(vehicles)
      .set({ retiredAt: new Date() })
      .where(
        and(
          eq(vehicles.id, input.vehicleId),
          inArray(vehicles.organizationId, [...actor.reach]),
          isNull(vehicles.retiredAt),
        ),
      )
      .returning();
    if (!vehicle) return notFound("vehicle");
    await refuseOnRun(tx, "vehicle", vehicle.id, vehicle.plate);
    const { id, organizationId } = vehicle;
    return { result: { id }, organizationId, subjectId: id };
  });
}
