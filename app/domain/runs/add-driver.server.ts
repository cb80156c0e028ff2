import { uuidv7 } from "uuidv7";
import { drivers } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import type { AddDriver } from "./schema.ts";

/** A driver or volunteer on runs. Each name once (`already_exists`); neither name nor number is ever public. */
export async function addDriver(actor: MemberActor, requestId: string, input: AddDriver) {
  return perform({ actor, action: "vehicle.edit", requestId, input }, async (tx) => {
    const id = uuidv7();
    const { organizationId } = actor;
    await tx.insert(drivers).values({ ...input, id, organizationId });
    return { result: { id }, organizationId, subjectId: id };
  });
}
