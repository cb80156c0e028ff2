import { and, eq, inArray } from "drizzle-orm";
import { needs, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

export type Need = typeof needs.$inferSelect;

/** A need within reach that nobody has closed, locked until commit. Throws `need_closed`. */
export async function lockOpenNeed(tx: Tx, actor: MemberActor, needId: string): Promise<Need> {
  const [need] = await tx
    .select()
    .from(needs)
    .where(and(eq(needs.id, needId), inArray(needs.organizationId, [...actor.reach])))
    .for("update");
  return whenOpen(need ?? notFound("need"));
}

/** The need, or `need_closed`. */
export function whenOpen(need: Need): Need {
  const { number, status } = need;
  if (status === "declined" || status === "withdrawn" || status === "met") {
    refuse("need_closed", { number, status });
  }
  return need;
}
