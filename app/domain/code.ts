/**
 * Label codes: eight random characters of Crockford's base 32 and one check character of the same alphabet.
 *
 * Crockford's own check symbol needs `*~$=U`, which nobody can type on a phone's first keyboard. Here the nine
 * characters, read as elements of GF(32), satisfy Σ dᵢ·αⁱ = 0 (polynomial x⁵ + x² + 1). The nine weights differ,
 * so every single wrong character, every exchange of two characters wherever they stand, and every doubled pair
 * typed as another pair is found.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_LENGTH = 8;
const CODE_LENGTH = RANDOM_LENGTH + 1;

export type CodeVerdict =
  { ok: true; code: string } | { ok: false; reason: "length" | "characters" | "check" };

/** A new code of nine characters: 40 random bits and the check character. `randomBytes(n)` must give n random bytes. */
export function newCode(randomBytes: (length: number) => Uint8Array = cryptoBytes): string {
  const digits = Array.from(randomBytes(RANDOM_LENGTH), (byte) => byte & 31);
  return [...digits, timesAlpha(weightedSum(digits))].map((digit) => ALPHABET.charAt(digit)).join("");
}

/**
 * Reads a code as typed, pasted or scanned: any case, spaces, hyphens, full-width letters, O for 0, I and L for 1,
 * or a whole label address, of which the part after `/Q/` is taken.
 */
export function parseCode(text: string): CodeVerdict {
  const upper = text.normalize("NFKC").toUpperCase();
  const bare = (/\/Q\/([^/?#\s]*)/.exec(upper)?.[1] ?? upper)
    .replace(/[\s\p{C}\p{Pd}\u2212]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const digits = Array.from(bare, (character) => ALPHABET.indexOf(character));
  if (digits.includes(-1)) return { ok: false, reason: "characters" };
  if (digits.length !== CODE_LENGTH) return { ok: false, reason: "length" };
  return weightedSum(digits) === 0 ? { ok: true, code: bare } : { ok: false, reason: "check" };
}

/** A code as people read it out: `XXX-XXX-XXX`. */
export function formatCode(code: string): string {
  return code.replace(/(.{3})(?=.)/g, "$1-");
}

/**
 * What a label's QR code says: `HTTPS://HOST/Q/CODE`. In upper case the QR code needs a mode with fewer modules;
 * scheme and host have no case, and `/Q/` is answered in any. A path in `publicUrl` is ignored.
 */
export function labelUrl(publicUrl: string, code: string): string {
  return `${new URL(publicUrl).origin}/q/${code}`.toUpperCase();
}

function cryptoBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

function weightedSum(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => timesAlpha(sum) ^ digit, 0);
}

function timesAlpha(element: number): number {
  const doubled = element << 1;
  return doubled & 0b100000 ? doubled ^ 0b100101 : doubled;
}
