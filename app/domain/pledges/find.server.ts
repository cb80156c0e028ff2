import { and, eq, inArray } from "drizzle-orm";
import { donors, pledges, restrictions, type Tx } from "#db";
import type { GiftKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

/**
 * The pledge a gift is to fulfil, within reach and of the gift's kind; a withdrawn one is `stale`. It cannot be
 * withdrawn before the gift is written.
 */
export async function findPledge(tx: Tx, actor: MemberActor, pledgeId: string, kind: GiftKind) {
  const [found] = await tx
    .select({ pledge: pledges, donor: donors.name, restriction: restrictions.text })
    .from(pledges)
    .innerJoin(donors, eq(donors.id, pledges.donorId))
    .leftJoin(restrictions, eq(restrictions.id, pledges.restrictionId))
    .where(
      and(
        eq(pledges.id, pledgeId),
        eq(pledges.kind, kind),
        inArray(pledges.organizationId, [...actor.reach]),
      ),
    )
    .for("share", { of: pledges });
  if (!found) return notFound("pledge");
  if (found.pledge.withdrawnAt) refuse("stale", { what: "pledge" });
  return { ...found.pledge, donor: found.donor, restriction: found.restriction };
}
