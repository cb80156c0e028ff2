import { desc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, organizations, sessions } from "#db";
import type { UserActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { hashOfSecret, newSecret } from "./secret.server.ts";
import { SESSION_DAYS } from "./session-actor.server.ts";
import type { SwitchOrganization } from "./schema.ts";

/** Where a session was opened from: the client's address and the browser's own name for itself. */
export interface Whence {
  address: string;
  device: string | null;
}

/** Opens a session and answers its secret, for the cookie. The user's expired sessions are swept up. */
export async function openSession(userId: string, organizationId: string, from: Whence): Promise<string> {
  const secret = newSecret();
  await db.execute(sql`
    with opened as (
      insert into sessions (id_hash, user_id, organization_id, expires_at, address, device)
      values (${hashOfSecret(secret)}, ${userId}, ${organizationId}, now() + make_interval(days => ${SESSION_DAYS}),
              ${from.address}, ${from.device?.slice(0, 300) ?? null})
    ), swept as (
      delete from sessions where user_id = ${userId} and expires_at <= now()
    )
    insert into audit (action, asker, organization_id, subject_id, request_id)
    values ('session.open', ${`user:${userId}`}, ${organizationId}, ${userId}, ${uuidv7()})`);
  return secret;
}

/** Ends one session; an unknown secret ends none. */
export async function endSession(secret: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.idHash, hashOfSecret(secret)));
}

/** Ends all sessions of the actor, on every device. */
export async function endEverySession(actor: UserActor): Promise<void> {
  await db.execute(sql`
    with ended as (delete from sessions where user_id = ${actor.userId})
    insert into audit (action, asker, organization_id, subject_id, request_id)
    values ('session.end-every', ${`user:${actor.userId}`}, ${actor.organizationId}, ${actor.userId}, ${uuidv7()})`);
}

/** From now on this session acts for another organization in which its user has a role. */
export async function switchOrganization(
  actor: UserActor,
  secret: string,
  { organizationId }: SwitchOrganization,
): Promise<void> {
  const [switched] = await db.execute(sql`
    with switched as (
      update sessions set organization_id = ${organizationId}
      where id_hash = ${hashOfSecret(secret)} and user_id = ${actor.userId}
        and exists (select from grants where user_id = ${actor.userId} and organization_id = ${organizationId})
      returning user_id
    )
    insert into audit (action, asker, organization_id, subject_id, request_id)
    select 'session.switch', ${`user:${actor.userId}`}, ${organizationId}, user_id, ${uuidv7()} from switched
    returning id`);
  if (!switched) return notFound("organization");
}

/** The actor's sessions, the newest first; `current` is the one with this secret. */
export async function listSessions(actor: UserActor, secret: string | null) {
  const rows = await db
    .select({
      idHash: sessions.idHash,
      organization: organizations.name,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      address: sessions.address,
      device: sessions.device,
    })
    .from(sessions)
    .innerJoin(organizations, eq(organizations.id, sessions.organizationId))
    .where(sql`${sessions.userId} = ${actor.userId} and ${sessions.expiresAt} > now()`)
    .orderBy(desc(sessions.createdAt));
  const currentHash = secret === null ? null : hashOfSecret(secret);
  return rows.map(({ idHash, ...row }) => ({ ...row, current: idHash === currentHash }));
}
