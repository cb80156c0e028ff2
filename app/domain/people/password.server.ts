import { randomBytes, randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// Argon2id with 19 MiB and two passes, the library's own choice and OWASP's: about 17 ms.

/** The hash to store, with its salt and its costs. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"));

const nobodys = hashPassword(randomBytes(32).toString("hex"));

/** Is it the password? With null, for an account that does not exist, it takes as long and says no. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  try {
    const same = await verify(passwordHash ?? (await nobodys), password.normalize("NFKC"));
    return same && passwordHash !== null;
  } catch {
    return false;
  }
}

/** A password to be written down once: 16 small letters and digits that nobody takes for each other. */
export function makePassword(): string {
  const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
  const characters = Array.from({ length: 16 }, () => alphabet.charAt(randomInt(alphabet.length)));
  return characters.join("").replace(/(.{4})(?=.)/g, "$1-");
}
