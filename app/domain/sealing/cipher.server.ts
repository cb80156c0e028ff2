import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What was sealed was changed since, stands in another place, or was sealed with another key. */
export class SealBroken extends Error {
  override name = "SealBroken";
}

/**
 * AES-256-GCM with a nonce of its own each time: nonce (12) ‖ tag (16) ‖ ciphertext. `place` says where it belongs (a
 * row, a response) and is not encrypted: what is copied to another place does not open there.
 */
export function seal(key: Buffer, clear: Buffer, place: string | Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  const ciphertext = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** What `seal` was given. Throws SealBroken. */
export function unseal(key: Buffer, sealed: Buffer, place: string | Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  if (tag.length < TAG_BYTES) throw new SealBroken("too short");
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken("the tag does not fit");
  }
}
