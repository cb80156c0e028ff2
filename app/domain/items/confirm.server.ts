import { and, inArray, isNull } from "drizzle-orm";
import { items } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { ConfirmItems } from "./schema.ts";

/**
 * Somebody has looked at these items, which an import or a form added, and they are really new. Items of one
 * organization; answers how many nobody had looked at before.
 */
export async function confirmItems(actor: MemberActor, requestId: string, input: ConfirmItems) {
  return perform({ actor, action: "item.edit", requestId, input }, async (tx) => {
    const itemIds = [...new Set(input.itemIds)];
    const found = await tx
      .select({ organizationId: items.organizationId })
      .from(items)
      .where(
        and(
          inArray(items.id, itemIds),
          inArray(items.organizationId, [...actor.reach]),
          isNull(items.mergedInto),
        ),
      );
    const [first] = found;
    if (!first || found.length < itemIds.length) return notFound("item");
    const confirmed = await tx
      .update(items)
      .set({ reviewedAt: new Date() })
      .where(and(inArray(items.id, itemIds), isNull(items.reviewedAt)))
      .returning({ id: items.id });
    return {
      result: { confirmed: confirmed.length },
      organizationId: first.organizationId,
      subjectId: itemIds.length === 1 ? itemIds[0] : undefined,
      detail: { confirmed: confirmed.length },
    };
  });
}
