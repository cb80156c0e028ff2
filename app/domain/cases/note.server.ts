import { uuidv7 } from "uuidv7";
import { caseNotes } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { doneWith, lockCase } from "./lock-case.server.ts";
import type { NoteCase } from "./schema.ts";

/** Adds what was said or found out to an open case. Nobody changes a note afterwards. */
export async function noteCase(actor: MemberActor, requestId: string, input: NoteCase) {
  return perform({ actor, action: "case.work", requestId, input }, async (tx) => {
    const found = await lockCase(tx, actor, input.caseId);
    await tx
      .insert(caseNotes)
      .values({ id: uuidv7(), caseId: found.id, text: input.text, by: userIdOf(actor) });
    return doneWith(found);
  });
}
