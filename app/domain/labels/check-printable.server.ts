import { printingFont } from "#app/domain/labels/fonts.server.ts";
import { printable } from "#app/domain/labels/surface.ts";
import { UnprintableText } from "#app/domain/labels/unprintable-text.ts";

/** The characters in these labels that no printing font draws, each once; an HTML page still can. */
export function unprintableIn(labels: readonly object[]): string[] {
  const seen = new Set<string>();
  for (const text of textsIn(labels)) for (const character of printable(text)) seen.add(character);
  return [...seen].filter((character) => !draws(character));
}

/**
 * Throws UnprintableText. Asked before the first page is written, since a PDF that is already on its way cannot be
 * refused.
 */
export function checkPrintable(labels: readonly object[]): void {
  const missing = unprintableIn(labels);
  if (missing.length > 0) throw new UnprintableText(missing);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function draws(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return printingFont("regular").draws(codePoint) && printingFont("bold").draws(codePoint);
}
