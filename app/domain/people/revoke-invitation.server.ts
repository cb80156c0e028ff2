import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { invitations } from "#db";
import type { UserActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { RevokeInvitation } from "./schema.ts";

/** Takes a link back before it was used; afterwards it reads as not found. */
export async function revokeInvitation(actor: UserActor, requestId: string, input: RevokeInvitation) {
  return perform({ actor, action: "user.revoke", requestId, input }, async (tx) => {
    const [revoked] = await tx
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(invitations.id, input.invitationId),
          inArray(invitations.organizationId, [...actor.reach]),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning();
    if (!revoked) return notFound("invitation");
    const { id, organizationId } = revoked;
    return { result: { id }, organizationId, subjectId: id };
  });
}
