import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, users } from "#db";
import type { UserActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { hashPassword, passwordMatches } from "./password.server.ts";
import type { ChangePassword } from "./schema.ts";
import { hashOfSecret } from "./secret.server.ts";
import { countTry, forgiveTry } from "./sign-in-limits.server.ts";

/**
 * Changes one's own password and ends one's other sessions; the one with `secret` stays. The present password is asked
 * for, and limited as sign-in is. Not through `perform`: a password must not even be hashed into the table of requests.
 */
export async function changePassword(
  actor: UserActor,
  { secret, address }: { secret: string; address: string },
  input: ChangePassword,
): Promise<void> {
  const [user] = await db.select().from(users).where(eq(users.id, actor.userId));
  if (!user) return notFound("user");
  const attempt = { login: user.email ?? user.phone ?? user.id, address };
  await countTry(attempt);
  if (!(await passwordMatches(user.passwordHash, input.password))) {
    refuse("invalid", { fields: { password: "wrong_password" } });
  }
  await forgiveTry(attempt);
  const changed = await db.execute(sql`
    with changed as (
      update users set password_hash = ${await hashPassword(input.newPassword)}
      where id = ${actor.userId} and password_hash = ${user.passwordHash}
      returning id
    ), ended as (
      delete from sessions
      where user_id in (select id from changed) and id_hash <> ${hashOfSecret(secret)}
    )
    insert into audit (action, asker, organization_id, subject_id, request_id)
    select 'user.change-password', ${`user:${actor.userId}`}, ${actor.organizationId}::uuid, id, ${uuidv7()}::uuid
    from changed returning id`);
  if (changed.length === 0) refuse("stale", { what: "user" });
}
