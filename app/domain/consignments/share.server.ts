import { eq, sql } from "drizzle-orm";
import { consignments } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { hashOfSecret, secretFor } from "../people/secret.server.ts";
import { perform } from "../perform.server.ts";
import { lockOpenConsignment } from "./lock-consignment.server.ts";
import type { ShareConsignment } from "./schema.ts";

/** How long the donor's link works. */
export const LINK_DAYS = 30;

/**
 * Makes the link by which the donor says what is coming, or renews it: the one before stops working. `token` is the end
 * of the link. Refused (`consignment_counting`) once the goods are being counted.
 */
export async function shareConsignment(actor: MemberActor, requestId: string, input: ShareConsignment) {
  const token = secretFor("consignment", requestId);
  const result = await perform({ actor, action: "consignment.expect", requestId, input }, async (tx) => {
    const consignment = await lockOpenConsignment(tx, actor, input.consignmentId);
    const { id, number, organizationId, status } = consignment;
    if (status === "counting") refuse("consignment_counting", { number });
    await tx
      .update(consignments)
      .set({
        linkHash: hashOfSecret(token),
        linkExpiresAt: sql`now() + make_interval(days => ${LINK_DAYS})`,
      })
      .where(eq(consignments.id, id));
    return { result: { id }, organizationId, subjectId: id };
  });
  return { ...result, token };
}
