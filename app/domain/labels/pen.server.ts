import { type Face, printingFont } from "#app/domain/labels/fonts.server.ts";
import { UnprintableText } from "#app/domain/labels/unprintable-text.ts";
import type { QrSymbol } from "#app/domain/labels/qr.ts";

type Document = PDFKit.PDFDocument;

/** Type in points, everything else in millimetres. `colour` is black unless told. */
export type TextStyle = {
  size: number;
  face?: Face;
  width?: number;
  align?: "left" | "right";
  /** How small a line may become to fit its width, of its size. */
  smallest?: number;
  colour?: "black" | "white";
};

export const MILLIMETRE = 72 / 25.4;
const POINT = 1 / MILLIMETRE;
const DOTS_PER_MILLIMETRE = 8;
const SMALLEST_SCALE = 0.72;
/** What a line may not be broken within: words up to a hyphen, and punctuation with the character it belongs to. */
const PIECES = /[（《「『【“‘]*(?:(?:[!-,.-~]+-?|-) ?|.)[，。、；：？！）》」』】”’…·]*/gu;

const advances: Record<Face, Map<string, number>> = { regular: new Map(), bold: new Map() };

/** Draws in millimetres on a document whose pages were opened with `openPage`. */
export class Pen {
  readonly #doc: Document;
  readonly #missing = new Set<string>();

  constructor(doc: Document) {
    this.#doc = doc;
    doc.registerFont("regular", printingFont("regular").bytes);
    doc.registerFont("bold", printingFont("bold").bytes);
  }

  /** Begins a page of exactly this size. */
  openPage(width: number, height: number): void {
    this.#doc.addPage({ size: [width * MILLIMETRE, height * MILLIMETRE], margin: 0 });
    this.#doc.scale(MILLIMETRE);
  }

  /** Runs `draw` with the origin at (x, y). */
  at(x: number, y: number, draw: () => void): void {
    this.#doc.save().translate(x, y);
    draw();
    this.#doc.restore();
  }

  /** Throws UnprintableText when anything drawn so far had no glyph. */
  checkGlyphs(): void {
    if (this.#missing.size > 0) throw new UnprintableText([...this.#missing]);
  }

  /**
   * One line of text with its baseline at y. With a width it is made smaller to fit, down to `smallest`, and then cut
   * with an ellipsis. Returns the width it took.
   */
  text(text: string, x: number, baseline: number, style: TextStyle): number {
    const {
      face = "regular",
      width = Infinity,
      align = "left",
      colour = "black",
      smallest = SMALLEST_SCALE,
    } = style;
    const whole = printable(text);
    const natural = this.#width(whole, face, style.size);
    const scale = natural > width ? Math.max(width / natural, smallest) : 1;
    const size = style.size * scale;
    const fits = natural * scale <= width + 0.01;
    const drawn = fits ? whole : this.#cut(whole, face, size, width);
    const taken = fits ? natural * scale : this.#width(drawn, face, size);
    const left = align === "right" ? x + width - taken : x;
    if (colour === "white") this.#doc.save().fillColor("white");
    this.#doc.font(face).fontSize(size * POINT);
    this.#doc.text(drawn, left, baseline, { lineBreak: false, baseline: "alphabetic" });
    if (colour === "white") this.#doc.restore();
    return taken;
  }

  /** Several lines, broken between Chinese characters or words; made smaller, then cut, where they do not fit. */
  paragraph(
    text: string,
    x: number,
    baseline: number,
    style: TextStyle & { width: number; leading: number; mostLines: number },
  ): void {
    const { face = "regular", width, leading } = style;
    const scale = [1, 0.86, SMALLEST_SCALE].find((tried) => {
      const last = this.#wrap(printable(text), { ...style, size: style.size * tried }).at(-1) ?? "";
      return this.#width(last, face, style.size * tried) <= width;
    });
    const sized = { ...style, size: style.size * (scale ?? SMALLEST_SCALE) };
    const lines = this.#wrap(printable(text), sized);
    lines.forEach((line, index) => this.text(line, x, baseline + index * leading, sized));
  }

  /** A horizontal line whose upper edge is at y. */
  rule(x: number, y: number, width: number, thickness: number): void {
    this.block(x, y, width, thickness);
  }

  /** An empty box; the lines lie inside its measures. */
  frame(x: number, y: number, width: number, height: number, thickness: number): void {
    this.block(x, y, width, thickness);
    this.block(x, y + height - thickness, width, thickness);
    this.block(x, y, thickness, height);
    this.block(x + width - thickness, y, thickness, height);
  }

  /** A black rectangle, its edges moved to the nearest dots so that equal lines are printed equally thick. */
  block(x: number, y: number, width: number, height: number): void {
    this.#doc.rect(toDot(x), toDot(y), toDot(width), toDot(height)).fill();
  }

  /** A dashed grey line to cut along. */
  cutLine(x1: number, y1: number, x2: number, y2: number): void {
    this.#doc.save().lineWidth(0.1).dash(1, { space: 2 });
    this.#doc.moveTo(x1, y1).lineTo(x2, y2).stroke("#999999").restore();
  }

  /**
   * A QR code no larger than `side`, its quiet zone included, at (x, y). A module is a whole number of a label
   * printer's dots (8 a millimetre), so that none is printed wider than its neighbour. Returns its side.
   */
  qr(symbol: QrSymbol, x: number, y: number, side: number): number {
    const dots = Math.max(1, Math.floor((side * DOTS_PER_MILLIMETRE) / symbol.size));
    const module = dots / DOTS_PER_MILLIMETRE;
    this.#doc.save().translate(toDot(x), toDot(y)).scale(module);
    this.#doc.addContent(symbol.runs.map((run) => `${run.x} ${run.y} ${run.length} 1 re`).join("\n"));
    this.#doc.addContent("f").restore();
    return module * symbol.size;
  }

  #width(text: string, face: Face, size: number): number {
    let ems = 0;
    for (const character of text) ems += this.#advance(character, face);
    return ems * size * POINT;
  }

  #advance(character: string, face: Face): number {
    const known = advances[face].get(character);
    if (known !== undefined) return known;
    if (!printingFont(face).draws(character.codePointAt(0) ?? 0)) {
      this.#missing.add(character);
      return 1;
    }
    const advance = this.#doc.font(face).fontSize(1).widthOfString(character);
    advances[face].set(character, advance);
    return advance;
  }

  #cut(text: string, face: Face, size: number, width: number): string {
    const characters = Array.from(text);
    while (characters.length > 0 && this.#width(`${characters.join("")}…`, face, size) > width)
      characters.pop();
    return `${characters.join("").trimEnd()}…`;
  }

  #wrap(text: string, style: TextStyle & { width: number; mostLines: number }): string[] {
    const { face = "regular", size, width, mostLines } = style;
    const lines: string[] = [];
    let line = "";
    for (const piece of text.match(PIECES) ?? []) {
      const longer = line + piece;
      if (line !== "" && lines.length < mostLines - 1 && this.#width(longer.trimEnd(), face, size) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else {
        line = longer;
      }
    }
    return [...lines, line.trimEnd()];
  }
}

function toDot(millimetres: number): number {
  return Math.round(millimetres * DOTS_PER_MILLIMETRE) / DOTS_PER_MILLIMETRE;
}

const PLAIN =
  /^[!-~\u3001-\u33ff\u4e00-\u9fff\uff01-\uff60]+(?: [!-~\u3001-\u33ff\u4e00-\u9fff\uff01-\uff60]+)*$/;

/** Without control characters, zero-width marks and variation selectors, which fonts have no glyph for. */
function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/[\p{C}\ufe00-\ufe0f]/gu, "");
}
