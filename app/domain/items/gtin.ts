export type GtinVerdict = { ok: true; gtin: string } | { ok: false; reason: "digits" | "check" };

/**
 * A GTIN-8, -12, -13 or -14 as typed or printed, in its 14-digit form (GS1 General Specifications, 7.9.1: leading
 * zeros). Full-width digits, spaces and hyphens are forgiven; a wrong check digit is not.
 */
export function parseGtin(text: string): GtinVerdict {
  const digits = text.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^(\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return { ok: false, reason: "digits" };
  if (checkDigit(digits.slice(0, -1)) !== digits.at(-1)) return { ok: false, reason: "check" };
  return { ok: true, gtin: digits.padStart(14, "0") };
}

/** The GS1 check digit of the digits before it: weights 3 and 1 from the right, modulo 10. */
export function checkDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return `${(10 - (sum % 10)) % 10}`;
}

/** As it is printed: without the zeros that fill it up to 14, but never shorter than its own kind. */
export function printedGtin(gtin: string): string {
  const bare = gtin.replace(/^0+/, "");
  const length = [8, 12, 13].find((kind) => bare.length <= kind) ?? 14;
  return bare.padStart(length, "0");
}
