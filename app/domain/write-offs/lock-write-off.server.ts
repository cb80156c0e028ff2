import { and, eq, inArray } from "drizzle-orm";
import { type Tx, writeOffs } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

/** A request within reach that nobody has decided yet, locked until commit; `stale` when somebody has. */
export async function lockWriteOff(tx: Tx, actor: MemberActor, writeOffId: string) {
  const [request] = await tx
    .select()
    .from(writeOffs)
    .where(and(eq(writeOffs.id, writeOffId), inArray(writeOffs.organizationId, [...actor.reach])))
    .for("update");
  if (!request) return notFound("write-off");
  if (request.status !== "requested") return refuse("stale", { what: "write-off" });
  return request;
}
