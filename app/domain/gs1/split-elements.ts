import { aiLength, type Element, predefinedLength } from "./application-identifiers.ts";
import { Gs1Error } from "./gs1-problem.ts";

/** How a reader transmits FNC1 where it separates two elements. */
export const SEPARATOR = "\u001d";

/** Splits an element string as a reader transmits it, without other control characters. Throws Gs1Error. */
export function splitElements(text: string): Element[] {
  const elements: Element[] = [];
  let rest = withoutSeparator(text);
  while (rest !== "") {
    const length = lengthOfNext(rest);
    elements.push(elementOf(rest.slice(0, length)));
    rest = withoutSeparator(rest.slice(length));
  }
  return elements;
}

const withoutSeparator = (text: string): string => text.replace(/^\p{C}+/u, "");

function lengthOfNext(text: string): number {
  const separator = text.indexOf(SEPARATOR);
  const end = separator === -1 ? text.length : separator;
  const predefined = predefinedLength(text);
  if (predefined === undefined) return end;
  if (predefined > end) throw new Gs1Error("too_short", text.slice(0, aiLength(text)));
  return predefined;
}

function elementOf(text: string): Element {
  const length = aiLength(text);
  if (length === undefined || !/^\d+$/.test(text.slice(0, length)) || text.length < length) {
    throw new Gs1Error("unknown_identifier");
  }
  return { ai: text.slice(0, length), value: text.slice(length) };
}

/** Splits the form that is printed for people: "(01)09521234543213(10)ABC". Throws Gs1Error. */
export function splitBracketed(text: string): Element[] {
  const parts = text.split(/\((\d{2,4})\)/);
  if (parts[0]?.trim() !== "") throw new Gs1Error("unknown_identifier");
  const elements: Element[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    const ai = parts[at] ?? "";
    const value = (parts[at + 1] ?? "").trim();
    if (aiLength(ai) !== ai.length) throw new Gs1Error("unknown_identifier", ai);
    elements.push({ ai, value });
  }
  return elements;
}
