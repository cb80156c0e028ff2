import { and, eq, inArray, isNull } from "drizzle-orm";
import { items, needLines } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockOpenNeed } from "./lock-open.server.ts";
import type { MatchNeed } from "./schema.ts";

/**
 * Says which item of the catalogue a line of a need means, where its words named none or another. The site's own words
 * stay. Throws `need_closed`.
 */
export async function matchNeed(actor: MemberActor, requestId: string, input: MatchNeed) {
  return perform({ actor, action: "need.answer", requestId, input }, async (tx) => {
    const { id, number, organizationId } = await lockOpenNeed(tx, actor, input.needId);
    const { line, itemId } = input;
    if (itemId !== null) {
      const [item] = await tx
        .select({ id: items.id })
        .from(items)
        .where(
          and(
            eq(items.id, itemId),
            inArray(items.organizationId, [...actor.reach]),
            isNull(items.mergedInto),
          ),
        );
      if (!item) notFound("item");
    }
    const matched = await tx
      .update(needLines)
      .set({ itemId })
      .where(and(eq(needLines.needId, id), eq(needLines.n, line)))
      .returning({ n: needLines.n });
    if (matched.length === 0) notFound("need_line");
    return { result: { id, number }, organizationId, subjectId: id, detail: { line, item: itemId ?? "" } };
  });
}
