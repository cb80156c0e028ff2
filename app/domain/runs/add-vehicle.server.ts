import { uuidv7 } from "uuidv7";
import { vehicles } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import type { AddVehicle } from "./schema.ts";

/** A vehicle that may be sent on runs. Each plate once (`already_exists`). */
export async function addVehicle(actor: MemberActor, requestId: string, input: AddVehicle) {
  return perform({ actor, action: "vehicle.edit", requestId, input }, async (tx) => {
    const id = uuidv7();
    const { organizationId } = actor;
    const { capacityM3, ...facts } = input;
    await tx.insert(vehicles).values({ ...facts, capacityTenthsM3: capacityM3, id, organizationId });
    return { result: { id }, organizationId, subjectId: id };
  });
}
