import { printingFont } from "#app/domain/labels/fonts.server.ts";
import type { QrSymbol } from "#app/domain/labels/qr.ts";
import { DOTS_PER_MILLIMETRE, type Face, type FittedLine, Surface } from "#app/domain/labels/surface.ts";

type Document = PDFKit.PDFDocument;

const MILLIMETRE = 72 / 25.4;
const POINT = 1 / MILLIMETRE;

const advances: Record<Face, Map<string, number>> = { regular: new Map(), bold: new Map() };

/** A font as pdfkit keeps it for one document. Its types leave this out, though it is what `text` itself writes with. */
type DocumentFont = {
  id: string;
  ref(): object;
  encode(text: string): [glyphs: string[], positions: unknown[]];
};

/** A face in one document: what the content calls it, and the numbers of its glyphs in hexadecimal. */
type EmbeddedFace = { font: DocumentFont; glyphs: Map<string, string> };

/**
 * Draws in millimetres on a document whose pages were opened with `openPage`; `close` ends the last page. Texts must
 * have been through `checkPrintable`.
 *
 * The content of a page is written here and given to pdfkit in one piece: its own `text` lays every string out anew,
 * which took half the time of a thousand labels. Characters are set by their advances alone, without kerning, so that
 * what is drawn is exactly as wide as what was measured.
 */
export class Pen extends Surface<QrSymbol> {
  readonly #doc: Document;
  readonly #faces: Record<Face, EmbeddedFace>;
  #content: string[] = [];

  constructor(doc: Document) {
    super();
    this.#doc = doc;
    this.#faces = { regular: embed(doc, "regular"), bold: embed(doc, "bold") };
  }

  /** Begins a page of exactly this size. */
  openPage(width: number, height: number): void {
    this.close();
    this.#doc.addPage({ size: [width * MILLIMETRE, height * MILLIMETRE], margin: 0 });
    const fonts = this.#doc.page.fonts as Record<string, object>;
    for (const { font } of Object.values(this.#faces)) fonts[font.id] = font.ref();
    this.#doc.scale(MILLIMETRE);
  }

  /** Ends the page. */
  close(): void {
    if (this.#content.length > 0) this.#doc.addContent(this.#content.join("\n"));
    this.#content = [];
  }

  /** Runs `draw` with the origin at (x, y). */
  at(x: number, y: number, draw: () => void): void {
    this.#content.push(`q 1 0 0 1 ${short(x)} ${short(y)} cm`);
    draw();
    this.#content.push("Q");
  }

  /** A black rectangle, its edges moved to the nearest dots so that equal lines are printed equally thick. */
  block(x: number, y: number, width: number, height: number): void {
    this.#content.push(`${toDot(x)} ${toDot(y)} ${toDot(width)} ${toDot(height)} re f`);
  }

  /** A dashed grey line to cut along. */
  cutLine(x1: number, y1: number, x2: number, y2: number): void {
    const line = `${short(x1)} ${short(y1)} m ${short(x2)} ${short(y2)} l S`;
    this.#content.push(`q 0.6 G 0.1 w [1 2] 0 d ${line} Q`);
  }

  /** Strokes of an SVG path of M and L with whole numbers, each unit `scale` millimetres, from (x, y). */
  strokes(path: string, x: number, y: number, scale: number): void {
    const drawn = path.replace(/([ML])(\d+) (\d+) ?/g, (_, act: string, right: string, down: string) => {
      return `${right} ${down} ${act === "M" ? "m" : "l"} `;
    });
    this.#content.push(`q ${scale} 0 0 ${scale} ${short(x)} ${short(y)} cm 2.5 w 1 J 1 j ${drawn}S Q`);
  }

  protected modules(symbol: QrSymbol, x: number, y: number, module: number): void {
    const runs = symbol.runs.map((run) => `${run.x} ${run.y} ${run.length} 1 re`);
    this.#content.push(`q ${module} 0 0 ${module} ${toDot(x)} ${toDot(y)} cm`, ...runs, "f Q");
  }

  protected show({ text, x, baseline, face, size, width, align, colour }: FittedLine): void {
    const left = align === "right" ? x - width : x;
    const type = `/${this.#faces[face].font.id} ${short(size * POINT)} Tf`;
    const place = `1 0 0 -1 ${short(left)} ${short(baseline)} Tm`;
    const line = `BT ${type} ${place} <${this.#glyphs(text, face)}> Tj ET`;
    this.#content.push(colour === "white" ? `1 g ${line} 0 g` : line);
  }

  protected widthOf(text: string, face: Face, size: number): number {
    let ems = 0;
    for (const character of text) ems += this.#advance(character, face);
    return ems * size * POINT;
  }

  #advance(character: string, face: Face): number {
    const known = advances[face].get(character);
    if (known !== undefined) return known;
    const advance = this.#doc.font(face).fontSize(1).widthOfString(character);
    advances[face].set(character, advance);
    return advance;
  }

  #glyphs(text: string, face: Face): string {
    const { font, glyphs } = this.#faces[face];
    let written = "";
    for (const character of text) {
      let glyph = glyphs.get(character);
      if (glyph === undefined) {
        glyph = font.encode(character)[0].join("");
        glyphs.set(character, glyph);
      }
      written += glyph;
    }
    return written;
  }
}

function embed(doc: Document, face: Face): EmbeddedFace {
  doc.registerFont(face, printingFont(face).bytes);
  const { _font: font } = doc.font(face) as Document & { _font: DocumentFont };
  return { font, glyphs: new Map() };
}

/** Thousandths are enough: of a millimetre, or of a point. */
const short = (number: number): number => Math.round(number * 1_000) / 1_000;

function toDot(millimetres: number): number {
  return Math.round(millimetres * DOTS_PER_MILLIMETRE) / DOTS_PER_MILLIMETRE;
}
