import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, invitations, organizations, users } from "#db";
import { refuse } from "../errors.ts";
import { hashOfSecret } from "./secret.server.ts";

/** What an open invitation says; `person` is who lost their password. Throws `link_expired` for any other link. */
export async function getInvitation(token: string) {
  const inviter = alias(users, "inviter");
  const [invitation] = await db
    .select({
      organization: organizations.name,
      role: invitations.role,
      invitedBy: inviter.name,
      expiresAt: invitations.expiresAt,
      person: users.name,
      login: sql<string | null>`coalesce(${users.email}, ${users.phone})`,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(inviter, eq(inviter.id, invitations.invitedBy))
    .leftJoin(users, eq(users.id, invitations.userId))
    .where(
      and(
        eq(invitations.tokenHash, hashOfSecret(token)),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    );
  return invitation ?? refuse("link_expired", {});
}
