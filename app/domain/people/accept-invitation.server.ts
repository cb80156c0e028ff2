import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { grants, invitations, sessions, users, type Tx } from "#db";
import type { Locale } from "#db/vocabulary";
import type { Actor, UserActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { createUser } from "./create-user.server.ts";
import { grantRole } from "./grant-role.server.ts";
import type { Login } from "./login.ts";
import { hashPassword } from "./password.server.ts";
import type { AcceptInvitation, JoinOrganization, RenewPassword } from "./schema.ts";
import { hashOfSecret } from "./secret.server.ts";

const invited: Actor = { kind: "system", job: "invitation" };

/**
 * Somebody new takes up an invitation: an account with the role that was offered. Throws `link_expired` for a link that
 * was used, taken back, too old or never made; `invalid` when the e-mail address or number has an account already.
 * The password is no part of what `perform` hashes.
 */
export async function acceptInvitation(requestId: string, input: AcceptInvitation, locale?: Locale) {
  const { password, ...rest } = input;
  const ask = { actor: invited, action: "invitation.accept", requestId, input: rest } as const;
  return perform(ask, async (tx) => {
    const invitation = await claim(tx, input.token, "new");
    const { name, login } = input;
    if (await hasAccount(tx, login)) refuse("invalid", { fields: { login: "has_account" } });
    const user = await createUser(tx, { ...login, name, password, ...(locale && { locale }) });
    await take(tx, invitation, user.id);
    return {
      result: { userId: user.id, organizationId: invitation.organizationId },
      organizationId: invitation.organizationId,
      subjectId: user.id,
    };
  });
}

async function hasAccount(tx: Tx, { email, phone }: Login): Promise<boolean> {
  const [known] = await tx.execute(sql`select from users where email = ${email} or phone = ${phone}`);
  return known !== undefined;
}

/** Somebody who is signed in takes up an invitation to another organization, or to another role. */
export async function joinOrganization(actor: UserActor, requestId: string, input: JoinOrganization) {
  return perform({ actor, action: "invitation.accept", requestId, input }, async (tx) => {
    const invitation = await claim(tx, input.token, "new");
    await take(tx, invitation, actor.userId);
    const { organizationId } = invitation;
    return { result: { organizationId }, organizationId, subjectId: actor.userId };
  });
}

/** Somebody who lost their password sets another; all their sessions end. */
export async function renewPassword(requestId: string, input: RenewPassword) {
  const ask = {
    actor: invited,
    action: "invitation.accept",
    requestId,
    input: { token: input.token },
  } as const;
  return perform(ask, async (tx) => {
    const { id, userId, organizationId } = await claim(tx, input.token, "reset");
    if (userId === null) return refuse("link_expired", {});
    const [stillHere] = await tx
      .select()
      .from(grants)
      .where(and(eq(grants.userId, userId), eq(grants.organizationId, organizationId)));
    if (!stillHere) refuse("link_expired", {});
    const passwordHash = await hashPassword(input.password);
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.update(invitations).set({ acceptedBy: userId }).where(eq(invitations.id, id));
    return { result: { userId }, organizationId, subjectId: userId };
  });
}

/** Marks a link as used; of two at once, the second waits here and then finds it used. */
async function claim(tx: Tx, token: string, kind: "new" | "reset") {
  const [invitation] = await tx
    .update(invitations)
    .set({ acceptedAt: sql`now()` })
    .where(
      and(
        eq(invitations.tokenHash, hashOfSecret(token)),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`now()`),
        kind === "new" ? isNull(invitations.userId) : isNotNull(invitations.userId),
      ),
    )
    .returning();
  return invitation ?? refuse("link_expired", {});
}

async function take(tx: Tx, invitation: typeof invitations.$inferSelect, userId: string): Promise<void> {
  const { id, organizationId, role, invitedBy } = invitation;
  await grantRole(tx, { userId, organizationId, role, grantedBy: invitedBy });
  await tx.update(invitations).set({ acceptedBy: userId }).where(eq(invitations.id, id));
}
