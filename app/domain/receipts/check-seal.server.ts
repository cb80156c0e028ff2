import { webcrypto } from "node:crypto";
import type { ConfirmDelivery, DeviceSeal } from "../deliveries/schema.ts";
import { sealedBody } from "./sealed-body.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;

/**
 * Whether a phone's seal is its own over exactly this confirmation: ECDSA P-256 with SHA-256, the signature as r‖s
 * (64 bytes, base64url). A confirmation without a seal holds.
 */
export async function sealHolds(requestId: string, { device, ...body }: ConfirmDelivery): Promise<boolean> {
  if (device === null) return true;
  const key = await keyOf(device);
  const signature = Buffer.from(device.signature, "base64url");
  if (key === null || signature.length !== 64) return false;
  const sealed = sealedBody(requestId, body);
  return webcrypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, sealed);
}

/** Null when x and y are no point of the curve. */
async function keyOf({ publicKey }: DeviceSeal): Promise<webcrypto.CryptoKey | null> {
  try {
    return await webcrypto.subtle.importKey("jwk", publicKey, ALGORITHM, false, ["verify"]);
  } catch {
    return null;
  }
}
