import { aiLength, type Element } from "./application-identifiers.ts";
import { hasGtinLength, toGtin14 } from "./check-digit.ts";

/**
 * The elements of an uncompressed GS1 Digital Link (GS1 Digital Link Standard, URI Syntax): any domain and any path in
 * front, then GTIN or SSCC, its qualifiers, and further elements in the query. Undefined when the address is none.
 */
export function digitalLinkElements(url: URL): Element[] | undefined {
  const segments = url.pathname.split("/").slice(1).map(decoded);
  const primary = segments.findIndex(
    (segment, at) => isPrimary(segment, segments[at + 1]) && isPairs(segments, at),
  );
  if (primary === -1) return undefined;
  const elements = pairs(segments.slice(primary));
  for (const [ai, value] of new URLSearchParams(url.search.replaceAll(";", "&"))) {
    if (isAi(ai)) elements.push({ ai, value });
  }
  return elements;
}

const isPrimary = (ai: string, value = ""): boolean =>
  /^\d+$/.test(value) && ((ai === "01" && hasGtinLength(value)) || (ai === "00" && value.length === 18));

const isAi = (text: string): boolean => /^\d+$/.test(text) && aiLength(text) === text.length;

function isPairs(segments: readonly string[], from: number): boolean {
  const names = segments.slice(from).filter((_, at) => at % 2 === 0);
  return (segments.length - from) % 2 === 0 && names.every(isAi);
}

function pairs(segments: readonly string[]): Element[] {
  return Array.from({ length: segments.length / 2 }, (_, n) => {
    const [ai = "", value = ""] = segments.slice(2 * n, 2 * n + 2);
    return { ai, value: ai === "01" ? toGtin14(value) : value };
  });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
