import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Face } from "#app/domain/labels/surface.ts";

/** A TrueType file in memory, and whether it can draw a code point. */
export type PrintingFont = { bytes: Buffer; draws: (codePoint: number) => boolean };

const FILES: Record<Face, string> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};

const loaded = new Map<Face, PrintingFont>();

/** Noto Sans SC (SIL Open Font License), read once per process: 10 MB a face. */
export function printingFont(face: Face): PrintingFont {
  const known = loaded.get(face);
  if (known) return known;
  const bytes = readFileSync(createRequire(import.meta.url).resolve(FILES[face]));
  const font = { bytes, draws: coverage(bytes) };
  loaded.set(face, font);
  return font;
}

const CMAP_SEGMENTED_COVERAGE = 12;

/** Reads the `cmap` table in format 12: groups of (first code point, last code point, first glyph), in order. */
function coverage(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOffset(font, "cmap");
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    return cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
  });
  const groups = subtables.find((offset) => font.readUInt16BE(offset) === CMAP_SEGMENTED_COVERAGE);
  if (groups === undefined) throw new Error("the printing font has no cmap of format 12");
  const count = font.readUInt32BE(groups + 12);
  return (codePoint) => {
    let from = 0;
    let to = count;
    while (from < to) {
      const middle = (from + to) >> 1;
      const group = groups + 16 + middle * 12;
      if (codePoint < font.readUInt32BE(group)) to = middle;
      else if (codePoint > font.readUInt32BE(group + 4)) from = middle + 1;
      else return true;
    }
    return false;
  };
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let record = 12; record < 12 + tables * 16; record += 16) {
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the printing font has no ${tag} table`);
}
