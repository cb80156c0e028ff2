import { checkDigit } from "../items/gtin.ts";

/** Whether the last of a GS1 key's digits is the check digit of the others. */
export const checkDigitHolds = (digits: string): boolean =>
  /^\d+$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.at(-1);

const GTIN_LENGTHS = new Set([8, 12, 13, 14]);

/** EAN-8, UPC-A, EAN-13 and ITF-14 by their number of digits. */
export const hasGtinLength = (digits: string): boolean => GTIN_LENGTHS.has(digits.length);

/** All GTINs compare as fourteen digits, zeros in front (GS1 General Specifications 3.3.2). */
export const toGtin14 = (digits: string): string => digits.padStart(14, "0");
