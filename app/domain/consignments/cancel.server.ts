import { eq, sql } from "drizzle-orm";
import { consignments } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockOpenConsignment } from "./lock-consignment.server.ts";
import type { CancelConsignment } from "./schema.ts";

/**
 * Calls a consignment off, with the reason: it is not coming. Refused (`consignment_has_boxes`) while labelled boxes of
 * it stand at the dock.
 */
export async function cancelConsignment(actor: MemberActor, requestId: string, input: CancelConsignment) {
  return perform({ actor, action: "consignment.expect", requestId, input }, async (tx) => {
    const { id, number, organizationId } = await lockOpenConsignment(tx, actor, input.consignmentId);
    const [standing] = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from boxes where consignment_id = ${id} and emptied_at is null`);
    if (standing && standing.count > 0) {
      refuse("consignment_has_boxes", { number, count: standing.count });
    }
    await tx
      .update(consignments)
      .set({ status: "cancelled", cancelledReason: input.reason, linkHash: null, linkExpiresAt: null })
      .where(eq(consignments.id, id));
    return { result: { id }, organizationId, subjectId: id };
  });
}
