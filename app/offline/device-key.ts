import { uuidv7 } from "uuidv7";
import { sealedBody, type SealedConfirmation } from "#app/domain/receipts/sealed-body.ts";
import type { OfflineStore } from "./act-shelf.ts";

interface DeviceKey {
  id: string;
  keys: CryptoKeyPair;
}

const NOTE = "device key";
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;

/**
 * The phone's own seal over a confirmation, as `DeviceSeal` takes it. The private key is made here and cannot be read out
 * again, by nobody. Null where the browser has no keys (http, old phones): what is not sealed is accepted all the same.
 */
export async function seal(store: OfflineStore, requestId: string, body: SealedConfirmation) {
  try {
    const { id, keys } = await deviceKey(store);
    const signature = await crypto.subtle.sign(
      { name: "ECDSA", hash: "SHA-256" },
      keys.privateKey,
      sealedBody(requestId, body),
    );
    const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", keys.publicKey);
    return { id, publicKey: { kty, crv, x, y }, signature: base64url(new Uint8Array(signature)) };
  } catch {
    return null;
  }
}

/** Two tabs that ask for the first time at once get the same key: the one that was put down first. */
async function deviceKey(store: OfflineStore): Promise<DeviceKey> {
  const known = await store.get("notes", NOTE);
  if (known) return known as DeviceKey;
  const keys = await crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
  await store.add("notes", { id: uuidv7(), keys } satisfies DeviceKey, NOTE).catch(() => undefined);
  return (await store.get("notes", NOTE)) as DeviceKey;
}

/** Bytes as text that stands in an address. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
