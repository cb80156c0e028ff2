import { and, eq, isNull, or, sql } from "drizzle-orm";
import { grants, invitations, organizations, sessions, type Tx } from "#db";
import type { UserActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { organizationFor } from "../reach.server.ts";
import type { RevokeUser } from "./schema.ts";

/**
 * Takes all of a person's roles in an organization away, ends their sessions there, and takes back the links they sent.
 * Their name stays on what they did. The last administrator stays: `last_administrator`.
 */
export async function revokeUser(actor: UserActor, requestId: string, input: RevokeUser) {
  return perform({ actor, action: "user.revoke", requestId, input }, async (tx) => {
    const { userId } = input;
    const { organizationId } = await organizationFor(tx, actor, input.organizationId);
    await oneAtATime(tx, organizationId);
    const removed = await tx
      .delete(grants)
      .where(and(eq(grants.userId, userId), eq(grants.organizationId, organizationId)))
      .returning();
    if (removed.length === 0) return notFound("user");
    if (removed.some(({ role }) => role === "administrator")) await requireAdministrator(tx, organizationId);
    await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), eq(sessions.organizationId, organizationId)));
    await takeBackLinks(tx, userId, organizationId);
    return {
      result: { userId },
      organizationId,
      subjectId: userId,
      detail: { roles: removed.map(({ role }) => role).join(" ") },
    };
  });
}

/** So that two administrators who remove each other at once do not both succeed. */
async function oneAtATime(tx: Tx, organizationId: string): Promise<void> {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("no key update");
}

async function requireAdministrator(tx: Tx, organizationId: string): Promise<void> {
  const [left] = await tx
    .select()
    .from(grants)
    .where(and(eq(grants.organizationId, organizationId), eq(grants.role, "administrator")))
    .limit(1);
  if (!left) refuse("last_administrator", {});
}

async function takeBackLinks(tx: Tx, userId: string, organizationId: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        or(eq(invitations.invitedBy, userId), eq(invitations.userId, userId)),
        eq(invitations.organizationId, organizationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}
