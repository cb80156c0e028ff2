import { sql } from "drizzle-orm";
import { db } from "#db";
import type { Role } from "#db/vocabulary";
import type { UserActor } from "#app/domain/actor.ts";
import { hashOfSecret } from "./secret.server.ts";

/** How long a session lives without being used; each day of use begins it anew. */
export const SESSION_DAYS = 14;

/**
 * Who holds this session's secret, with the roles and the reach of today: a role taken away counts at once. Null when
 * the session is unknown, ended or expired, or its user has no role left in that organization.
 */
export async function sessionActor(secret: string): Promise<UserActor | null> {
  const idHash = hashOfSecret(secret);
  const [row] = await db.execute<SessionRow>(sql`
    select session.user_id, app_user.name, session.organization_id, organization.response_id,
           session.expires_at < now() + make_interval(days => ${SESSION_DAYS - 1}) as worn,
           array(select role from grants
                 where user_id = session.user_id and organization_id = session.organization_id
                 order by role) as roles,
           array(select id from organizations
                 where books_kept_by = session.organization_id order by name) as kept
    from sessions as session
    join users as app_user on app_user.id = session.user_id
    join organizations as organization on organization.id = session.organization_id
    where session.id_hash = ${idHash} and session.expires_at > now()`);
  if (!row || row.roles.length === 0) return null;
  if (row.worn) await renew(idHash);
  return {
    kind: "user",
    userId: row.user_id,
    name: row.name,
    organizationId: row.organization_id,
    reach: [row.organization_id, ...row.kept],
    responseId: row.response_id,
    roles: row.roles,
  };
}

type SessionRow = {
  user_id: string;
  name: string;
  organization_id: string;
  response_id: string;
  worn: boolean;
  roles: Role[];
  kept: string[];
};

async function renew(idHash: string): Promise<void> {
  await db.execute(sql`
    update sessions set expires_at = now() + make_interval(days => ${SESSION_DAYS}) where id_hash = ${idHash}`);
}
