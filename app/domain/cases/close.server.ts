import { eq } from "drizzle-orm";
import { cases } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { doneWith, lockCase } from "./lock-case.server.ts";
import type { CloseCase } from "./schema.ts";

/** Closes a case for good. Without a decision the database refuses it (`case_undecided`). */
export async function closeCase(actor: MemberActor, requestId: string, input: CloseCase) {
  return perform({ actor, action: "case.work", requestId, input }, async (tx) => {
    const found = await lockCase(tx, actor, input.caseId);
    await tx
      .update(cases)
      .set({ closedAt: new Date(), closedBy: userIdOf(actor) })
      .where(eq(cases.id, found.id));
    return doneWith(found);
  });
}
