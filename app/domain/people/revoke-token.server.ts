import { and, eq, isNull, sql } from "drizzle-orm";
import { apiTokens } from "#db";
import type { UserActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import type { RevokeToken } from "./schema.ts";

/** Ends a token at once. One that was ended already reads as not found. */
export async function revokeToken(actor: UserActor, requestId: string, input: RevokeToken) {
  return perform({ actor, action: "token.revoke", requestId, input }, async (tx) => {
    const { organizationId } = actor;
    const [revoked] = await tx
      .update(apiTokens)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(apiTokens.id, input.tokenId),
          eq(apiTokens.organizationId, organizationId),
          isNull(apiTokens.revokedAt),
        ),
      )
      .returning();
    if (!revoked) return notFound("token");
    return { result: { id: revoked.id }, organizationId, subjectId: revoked.id };
  });
}
