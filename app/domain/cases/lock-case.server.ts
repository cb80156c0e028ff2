import { and, eq, inArray } from "drizzle-orm";
import { cases, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

/** A case within reach that is not closed, locked until commit; `case_closed` when it is. */
export async function lockCase(tx: Tx, actor: MemberActor, caseId: string) {
  const [found] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), inArray(cases.organizationId, [...actor.reach])))
    .for("update");
  if (!found) return notFound("case");
  if (found.closedAt !== null) refuse("case_closed", { number: found.number });
  return found;
}

/** What every verb about a case answers. */
export const doneWith = ({ id, number, organizationId }: typeof cases.$inferSelect) => ({
  result: { id, number },
  organizationId,
  subjectId: id,
});
