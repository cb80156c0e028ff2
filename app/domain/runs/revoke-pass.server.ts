import { and, eq, inArray, isNull } from "drizzle-orm";
import { passes } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockVehicle } from "./lock-crew.server.ts";
import type { RevokePass } from "./schema.ts";

/** The pass holds no more. Runs that have left keep going; those that have not are checked without it. */
export async function revokePass(actor: MemberActor, requestId: string, input: RevokePass) {
  return perform({ actor, action: "vehicle.edit", requestId, input }, async (tx) => {
    const [pass] = await tx
      .select()
      .from(passes)
      .where(
        and(
          eq(passes.id, input.passId),
          inArray(passes.organizationId, [...actor.reach]),
          isNull(passes.revokedAt),
        ),
      );
    if (!pass) return notFound("pass");
    await lockVehicle(tx, actor, pass.vehicleId);
    const { id, organizationId } = pass;
    await tx.update(passes).set({ revokedAt: new Date() }).where(eq(passes.id, id));
    return { result: { id }, organizationId, subjectId: id };
  });
}
