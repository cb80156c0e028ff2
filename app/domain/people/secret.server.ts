import { createHash, createHmac, randomBytes } from "node:crypto";
import { settings } from "#app/settings.server.ts";

/** 256 random bits, as text for a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/**
 * The secret that a request hands out: 256 bits that only this server can work out from the request's id. So the same
 * request sent twice shows the same secret, and no table has to keep it.
 */
export const secretFor = (
  purpose: "invitation" | "token" | "consignment" | "calendar" | "site",
  requestId: string,
): string =>
  createHmac("sha256", settings().sessionSecret).update(`${purpose}/${requestId}`).digest("base64url");

/** SHA-256 of a secret, in hex: what the tables keep instead of it. With 256 unknown bits no salt is needed. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
