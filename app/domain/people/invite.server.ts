import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { grants, invitations, type Tx } from "#db";
import type { Role } from "#db/vocabulary";
import type { UserActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { organizationFor } from "../reach.server.ts";
import type { InviteUser, ResetPassword } from "./schema.ts";
import { hashOfSecret, secretFor } from "./secret.server.ts";

/** How long an invitation's link works. */
export const INVITATION_DAYS = 7;

/** Invites somebody by link to work for an organization within reach. `token` is the end of the link. */
export async function inviteUser(actor: UserActor, requestId: string, input: InviteUser) {
  const token = secretFor("invitation", requestId);
  const result = await perform({ actor, action: "user.invite", requestId, input }, async (tx) => {
    const { organizationId } = await organizationFor(tx, actor, input.organizationId);
    const { role, note } = input;
    const id = await addInvitation(tx, { actor, token, organizationId, role, note, userId: null });
    return { result: { id }, organizationId, subjectId: id, detail: { role } };
  });
  return { ...result, token };
}

/**
 * A link with which a person of the organization who lost their password sets another. Refused (`forbidden`) when they
 * also work for an organization out of the actor's reach: that one's books would open too.
 */
export async function resetPassword(actor: UserActor, requestId: string, input: ResetPassword) {
  const token = secretFor("invitation", requestId);
  const result = await perform({ actor, action: "user.invite", requestId, input }, async (tx) => {
    const { userId } = input;
    const { organizationId } = await organizationFor(tx, actor, input.organizationId);
    const role = await roleOf(tx, userId, organizationId);
    const [elsewhere] = await tx
      .select()
      .from(grants)
      .where(and(eq(grants.userId, userId), notInArray(grants.organizationId, [...actor.reach])));
    if (elsewhere) refuse("forbidden", { action: "user.invite" });
    await tx
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(invitations.userId, userId), isNull(invitations.acceptedAt)));
    const id = await addInvitation(tx, { actor, token, organizationId, role, note: null, userId });
    return { result: { id }, organizationId, subjectId: id, detail: { userId } };
  });
  return { ...result, token };
}

async function roleOf(tx: Tx, userId: string, organizationId: string): Promise<Role> {
  const [grant] = await tx
    .select()
    .from(grants)
    .where(and(eq(grants.userId, userId), eq(grants.organizationId, organizationId)));
  return grant?.role ?? notFound("user");
}

async function addInvitation(
  tx: Tx,
  invitation: {
    actor: UserActor;
    token: string;
    organizationId: string;
    role: Role;
    note: string | null;
    userId: string | null;
  },
): Promise<string> {
  const { actor, token, ...values } = invitation;
  const id = uuidv7();
  await tx.insert(invitations).values({
    ...values,
    id,
    tokenHash: hashOfSecret(token),
    invitedBy: actor.userId,
    expiresAt: sql`now() + make_interval(days => ${INVITATION_DAYS})`,
  });
  return id;
}
