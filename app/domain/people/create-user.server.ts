import { uuidv7 } from "uuidv7";
import { users, type Tx } from "#db";
import type { Locale } from "#db/vocabulary";
import type { Login } from "./login.ts";
import { hashPassword } from "./password.server.ts";

/** A person to be. `email` in lower case, `phone` in E.164, as `readLogin` gives them; at least one of the two. */
export interface NewUser extends Login {
  name: string;
  password: string;
  locale?: Locale;
}

/** The step: an account without any role yet. A taken e-mail address or number throws `already_exists`. */
export async function createUser(tx: Tx, { password, ...user }: NewUser): Promise<{ id: string }> {
  const id = uuidv7();
  await tx.insert(users).values({ ...user, id, passwordHash: await hashPassword(password) });
  return { id };
}
