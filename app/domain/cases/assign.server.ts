import { eq } from "drizzle-orm";
import { cases } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { doneWith, lockCase } from "./lock-case.server.ts";
import { listOwners } from "./owners.server.ts";
import type { AssignCase } from "./schema.ts";

/** Gives an open case to somebody who works on cases, oneself included, or to nobody. */
export async function assignCase(actor: MemberActor, requestId: string, input: AssignCase) {
  return perform({ actor, action: "case.work", requestId, input }, async (tx) => {
    const found = await lockCase(tx, actor, input.caseId);
    const owners = input.userId === null ? [] : await listOwners(actor, tx);
    if (input.userId !== null && !owners.some(({ id }) => id === input.userId)) return notFound("user");
    await tx.update(cases).set({ ownerId: input.userId }).where(eq(cases.id, found.id));
    return doneWith(found);
  });
}
