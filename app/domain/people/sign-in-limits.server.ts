import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { limiterOf, spend } from "../rate-limit.server.ts";
import { readLogin } from "./login.ts";

const MINUTES = 15;
/** How many wrong passwords in a quarter of an hour: for one account, and from one address, where an office may sit. */
export const TRIES = { account: 10, address: 60 };

const accounts = limiterOf("sign-in/account", TRIES.account, MINUTES * 60);
const addresses = limiterOf("sign-in/address", TRIES.address, MINUTES * 60);

/** One try to sign in. Counted before the password is looked at, so that many at once cannot slip through. */
export interface Try {
  /** As typed. */
  login: string;
  /** Where from: the client's address. */
  address: string;
}

/** Counts a try; throws `rate_limited` with the minutes to wait when there were too many. */
export async function countTry({ login, address }: Try): Promise<void> {
  await spend(addresses(), networkOf(address));
  await spend(accounts(), accountKey(login));
}

/** The password was right: the account starts anew, and the address gets its try back. */
export async function forgiveTry({ login, address }: Try): Promise<void> {
  await accounts().delete(accountKey(login));
  await addresses().reward(networkOf(address));
}

/** Hashed, because people type passwords here by mistake. */
function accountKey(login: string): string {
  const read = readLogin(login);
  const name = read?.phone ?? read?.email ?? login.trim().toLowerCase();
  return createHash("sha256").update(name).digest("base64url");
}

/** An IPv6 home has a whole /64 to itself. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
