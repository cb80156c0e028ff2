import { parseCode } from "../code.ts";
import { todayInShanghai } from "../dates.ts";
import type { Element } from "./application-identifiers.ts";
import { checkDigitHolds, hasGtinLength, toGtin14 } from "./check-digit.ts";
import { digitalLinkElements } from "./digital-link.ts";
import { Gs1Error, type Gs1Problem } from "./gs1-problem.ts";
import { type Gs1Data, readElements } from "./read-elements.ts";
import { SEPARATOR, splitBracketed, splitElements } from "./split-elements.ts";

/** What a camera, a handheld scanner or a keyboard brought. */
export type Scan =
  /** A label of this system; `host` is whose address stood on it, null when only the code was typed. */
  | { kind: "label"; code: string; host: string | null }
  | { kind: "gs1"; data: Gs1Data }
  /** GS1, but wrong: `ai` is the application identifier it stands under, where it is known. */
  | { kind: "bad"; problem: Gs1Problem; ai: string | null; text: string }
  | { kind: "unknown"; looksLike: "nothing" | "misread_label"; text: string }
  | { kind: "unknown"; looksLike: "address"; text: string; host: string }
  | { kind: "unknown"; looksLike: "number" | "text"; text: string };

/**
 * Reads a scan: a label's code or address, EAN-8, UPC-A, EAN-13, ITF-14, SSCC-18, a GS1 element string (as transmitted,
 * with or without symbology identifier, or as printed with brackets) or a GS1 Digital Link. Full-width characters are
 * read as plain ones, control characters but the separator are left out. `today` is a civil date: years have two digits.
 */
export function parseScan(scanned: string, today = todayInShanghai()): Scan {
  const { symbology, text } = cleaned(scanned);
  try {
    return read(symbology, text, today);
  } catch (error) {
    if (!(error instanceof Gs1Error)) throw error;
    return { kind: "bad", problem: error.problem, ai: error.ai, text: shown(text) };
  }
}

function read(symbology: string | undefined, text: string, today: string): Scan {
  if (text === "") return { kind: "unknown", looksLike: "nothing", text };
  const elements = (found: Element[]): Scan => ({ kind: "gs1", data: readElements(found, today) });
  if (symbology !== undefined && ELEMENT_STRINGS.has(symbology)) return elements(splitElements(text));
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return readAddress(text, today);
  if (/^\(\d{2,4}\)/.test(text)) return elements(splitBracketed(text));
  if (text.includes(SEPARATOR)) return elements(splitElements(text));
  const digits = text.replace(/[\s-]/g, "");
  if (/^\d+$/.test(digits) && KEY_LENGTHS.has(digits.length)) return readKey(digits);
  if (beginsWithKey(text)) return elements(splitElements(text));
  return readTyped(text);
}

/** GS1 General Specifications 5.1.3: after these symbology identifiers comes an element string. */
const ELEMENT_STRINGS = new Set(["C1", "e0", "e1", "e2", "d2", "Q3", "J1"]);
const KEY_LENGTHS = new Set([8, 12, 13, 14, 18]);

function cleaned(scanned: string): { symbology: string | undefined; text: string } {
  const plain = scanned
    .normalize("NFKC")
    .replace(/\p{C}/gu, (character) => (character === SEPARATOR ? SEPARATOR : ""))
    .trim();
  const symbology = /^\]([A-Za-z]\d)/.exec(plain)?.[1];
  const text = symbology === undefined ? plain : plain.slice(3);
  return { symbology, text: text.replace(/\p{C}+$/u, "") };
}

/** An element string that no symbology identifier announces: a GTIN or an SSCC must stand first and be right. */
function beginsWithKey(text: string): boolean {
  const key = /^(?:0[12](\d{14})|00(\d{18}))/.exec(text);
  return key !== null && checkDigitHolds(key[1] ?? key[2] ?? "");
}

function readKey(digits: string): Scan {
  if (!checkDigitHolds(digits)) throw new Gs1Error("bad_check_digit");
  return { kind: "gs1", data: hasGtinLength(digits) ? { gtin: toGtin14(digits) } : { sscc: digits } };
}

function readAddress(text: string, today: string): Scan {
  const url = new URL(text);
  if (/\/q\//i.test(url.pathname)) {
    const verdict = parseCode(text);
    if (verdict.ok) return { kind: "label", code: verdict.code, host: url.host };
  }
  const elements = digitalLinkElements(url);
  if (elements) return { kind: "gs1", data: readElements(elements, today) };
  return { kind: "unknown", looksLike: "address", text, host: url.host };
}

function readTyped(text: string): Scan {
  const verdict = parseCode(text);
  if (verdict.ok) return { kind: "label", code: verdict.code, host: null };
  const looksLike =
    verdict.reason === "check" ? "misread_label" : /^[\d\s-]+$/.test(text) ? "number" : "text";
  return { kind: "unknown", looksLike, text };
}

/** For a sentence: the separator has no picture of its own. */
const shown = (text: string): string => text.replaceAll(SEPARATOR, " ");
