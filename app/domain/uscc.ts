export type UsccVerdict =
  { ok: true; uscc: string } | { ok: false; reason: "length" | "characters" | "check" };

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters without I O S V Z, six digits of
 * division code in places 3–8, check character modulo 31. Case, spaces and full-width letters are forgiven; `uscc` is
 * the code as it is to be stored.
 */
export function checkUscc(text: string): UsccVerdict {
  const uscc = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const values = Array.from(uscc, (character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return { ok: false, reason: "characters" };
  if (values.length !== WEIGHTS.length + 1) return { ok: false, reason: "length" };
  if (!/^..\d{6}/.test(uscc)) return { ok: false, reason: "characters" };
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  return values.at(-1) === (31 - (sum % 31)) % 31 ? { ok: true, uscc } : { ok: false, reason: "check" };
}
