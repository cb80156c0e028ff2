import { inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { passes, passTownships, townships, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockVehicle } from "./lock-crew.server.ts";
import type { AddPass } from "./schema.ts";

/** A pass that a vehicle was given. Each number once (`already_exists`). */
export async function addPass(actor: MemberActor, requestId: string, input: AddPass) {
  return perform({ actor, action: "vehicle.edit", requestId, input }, async (tx) => {
    const { organizationId } = await lockVehicle(tx, actor, input.vehicleId);
    const codes = [...new Set(input.townshipCodes)];
    await checkTownships(tx, codes);
    const id = uuidv7();
    await tx.insert(passes).values({
      id,
      organizationId,
      vehicleId: input.vehicleId,
      number: input.number,
      issuer: input.issuer,
      everywhere: input.everywhere,
      validFrom: new Date(input.validFrom),
      validTo: new Date(input.validTo),
    });
    if (codes.length > 0) {
      await tx.insert(passTownships).values(codes.map((code) => ({ passId: id, townshipCode: code })));
    }
    return { result: { id }, organizationId, subjectId: id };
  });
}

async function checkTownships(tx: Tx, codes: string[]): Promise<void> {
  if (codes.length === 0) return;
  const known = await tx.select().from(townships).where(inArray(townships.code, codes));
  if (known.length < codes.length) refuse("invalid", { fields: { townshipCodes: "bad_township" } });
}
