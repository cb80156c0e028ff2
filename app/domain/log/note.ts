import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** C2SP signed notes: text that ends in a newline, an empty line, and a line for each signature. */
export interface SignatureLine {
  name: string;
  keyId: Buffer;
  signature: Buffer;
}

/** Who signs: an Ed25519 key under a name, as notes know it. */
export interface Signer {
  name: string;
  /** name+hash+base64: what anybody needs to check its signatures. */
  verifierKey: string;
  sign(text: string): string;
}

interface Verifier {
  name: string;
  keyId: Buffer;
  key: KeyObject;
}

/** The signature type of Ed25519. */
const ED25519 = 1;
const RAW_KEY_BYTES = 32;
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** A signer from the 32 secret bytes of an Ed25519 key (RFC 8032). Throws a RangeError on any other length. */
export function createSigner(name: string, seed: Buffer): Signer {
  if (seed.length !== RAW_KEY_BYTES) throw new RangeError("an Ed25519 key has 32 bytes");
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${name}`);
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-RAW_KEY_BYTES);
  const keyId = keyIdOf(name, publicKey);
  return {
    name,
    verifierKey: verifierKeyOf(name, publicKey),
    sign: (text) => {
      const signature = sign(null, Buffer.from(text), key);
      return `${text}\n— ${name} ${Buffer.concat([keyId, signature]).toString("base64")}\n`;
    },
  };
}

/**
 * The text of a note, when every signature by the key is good and there is one; undefined otherwise. Signatures by
 * other keys are passed over. Throws a RangeError when the verifier key itself is malformed.
 */
export function openNote(note: string, verifierKey: string): string | undefined {
  const verifier = parseVerifierKey(verifierKey);
  const parsed = parseNote(note);
  if (!parsed) return undefined;
  const own = parsed.signatures.filter(
    ({ name, keyId }) => name === verifier.name && keyId.equals(verifier.keyId),
  );
  const text = Buffer.from(parsed.text);
  const good = own.every(({ signature }) => verify(null, text, verifier.key, signature));
  return good && own.length > 0 ? parsed.text : undefined;
}

/** Text and signatures of a note, unchecked; undefined when it is not one. */
export function parseNote(note: string): { text: string; signatures: SignatureLine[] } | undefined {
  const split = note.lastIndexOf("\n\n");
  // eslint-disable-next-line no-control-regex -- notes hold no control character but the newline
  if (split < 0 || !note.endsWith("\n") || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined;
  const lines = note.slice(split + 2, -1).split("\n");
  const signatures = lines.map(parseSignature);
  if (!signatures.every((signature) => signature !== undefined)) return undefined;
  return { text: note.slice(0, split + 1), signatures };
}

function parseSignature(line: string): SignatureLine | undefined {
  const [, name, base64] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  if (!name || !base64 || !isKeyName(name)) return undefined;
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length <= 4 || bytes.toString("base64") !== base64) return undefined;
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function parseVerifierKey(text: string): Verifier {
  const [, name = "", base64 = ""] = /^([^+\s]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const raw = Buffer.from(base64, "base64").subarray(1);
  if (raw.length !== RAW_KEY_BYTES || verifierKeyOf(name, raw) !== text)
    throw new RangeError(`not a verifier key of an Ed25519 key: ${text}`);
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: "der", type: "spki" });
  return { name, keyId: keyIdOf(name, raw), key };
}

const verifierKeyOf = (name: string, publicKey: Buffer): string =>
  `${name}+${keyIdOf(name, publicKey).toString("hex")}+${typed(publicKey).toString("base64")}`;

const typed = (publicKey: Buffer): Buffer => Buffer.concat([Buffer.of(ED25519), publicKey]);

const keyIdOf = (name: string, publicKey: Buffer): Buffer =>
  createHash("sha256").update(`${name}\n`).update(typed(publicKey)).digest().subarray(0, 4);

const isKeyName = (name: string): boolean => /^[^\s+]+$/u.test(name);
