import { createHmac } from "node:crypto";
import { canonicalText } from "./canonical-leaf.ts";

/**
 * HMAC-SHA256(salt, RFC 8785 of the values), in hex: says nothing without the salt, and cannot be opened to anything
 * else with it. The first value is the entry's id, so that equal values in two entries do not look alike.
 */
export const commit = (salt: Buffer, ...values: (string | null)[]): string =>
  createHmac("sha256", salt).update(canonicalText(values)).digest("hex");
