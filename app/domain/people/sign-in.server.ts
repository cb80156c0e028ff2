import { sql } from "drizzle-orm";
import { db } from "#db";
import { refuse } from "../errors.ts";
import { readLogin } from "./login.ts";
import { passwordMatches } from "./password.server.ts";
import type { SignIn } from "./schema.ts";
import { openSession, type Whence } from "./session.server.ts";
import { countTry, forgiveTry } from "./sign-in-limits.server.ts";

/**
 * Signs somebody in by e-mail address or mobile number and password; answers the session's secret. The organization is
 * the one they last worked for. An unknown account is refused as a wrong password is, after the same time; so is a
 * person without any role. Throws `wrong_password` or `rate_limited`.
 */
export async function signIn({ login, password }: SignIn, from: Whence): Promise<string> {
  const attempt = { login, address: from.address };
  await countTry(attempt);
  const account = await findAccount(login);
  const right = await passwordMatches(account?.password_hash ?? null, password);
  if (!account?.organization_id || !right) refuse("wrong_password", {});
  await forgiveTry(attempt);
  return openSession(account.user_id, account.organization_id, from);
}

type Account = { user_id: string; password_hash: string; organization_id: string | null };

async function findAccount(login: string): Promise<Account | undefined> {
  const { email = null, phone = null } = readLogin(login) ?? {};
  const [account] = await db.execute<Account>(sql`
    select id as user_id, password_hash, (
      select organization_id from grants where user_id = users.id
      order by (select max(created_at) from sessions
                where user_id = users.id and organization_id = grants.organization_id) desc nulls last, created_at
      limit 1
    ) as organization_id
    from users where email = ${email} or phone = ${phone}`);
  return account;
}
