export type Face = "regular" | "bold";

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

type ParagraphStyle = TextStyle & { width: number; leading: number; mostLines: number };

/** A line as it is to be shown: fitted, its anchor where `align` says. */
export type FittedLine = {
  text: string;
  x: number;
  baseline: number;
  face: Face;
  size: number;
  /** Millimetres it takes. */
  width: number;
  align: "left" | "right";
  colour: "black" | "white";
};

/** 203 dpi, as label printers have. */
export const DOTS_PER_MILLIMETRE = 8;
const SMALLEST_SCALE = 0.72;
/** What a line may not be broken within: words up to a hyphen, and punctuation with the character it belongs to. */
const PIECES = /[（《「『【“‘]*(?:(?:[!-,.-~]+-?|-) ?|.)[，。、；：？！）》」』】”’…·]*/gu;

/**
 * What a label is drawn on, in millimetres: the page of a PDF, or a picture in an HTML page. Fitting texts is the same
 * for all; a kind of surface knows how wide a text is and how to show it. `Qr` is its form of a QR code.
 */
export abstract class Surface<Qr extends { size: number }> {
  /** Millimetres that a text takes, its type in points. */
  protected abstract widthOf(text: string, face: Face, size: number): number;
  protected abstract show(line: FittedLine): void;
  /** A black rectangle. */
  abstract block(x: number, y: number, width: number, height: number): void;
  /** Modules of this side, the quiet zone of four included, from (x, y). */
  protected abstract modules(symbol: Qr, x: number, y: number, module: number): void;

  /**
   * One line of text with its baseline at y. With a width it is made smaller to fit, down to `smallest`, and then cut
   * with an ellipsis. Returns the width it took.
   */
  text(text: string, x: number, baseline: number, style: TextStyle): number {
    const { face = "regular", align = "left", colour = "black", width = Infinity } = style;
    const whole = printable(text);
    const natural = this.widthOf(whole, face, style.size);
    const scale = natural > width ? Math.max(width / natural, style.smallest ?? SMALLEST_SCALE) : 1;
    const size = style.size * scale;
    const fits = natural * scale <= width + 0.01;
    const shown = fits ? whole : this.#cut(whole, face, size, width);
    const taken = fits ? natural * scale : this.widthOf(shown, face, size);
    const anchor = align === "right" ? x + width : x;
    this.show({ text: shown, x: anchor, baseline, face, size, width: taken, align, colour });
    return taken;
  }

  /** Several lines, broken between Chinese characters or words; made smaller, then cut, where they do not fit. */
  paragraph(text: string, x: number, baseline: number, style: ParagraphStyle): void {
    const { face = "regular", width, leading } = style;
    const scale = [1, 0.86, SMALLEST_SCALE].find((tried) => {
      const last = this.#wrap(printable(text), { ...style, size: style.size * tried }).at(-1) ?? "";
      return this.widthOf(last, face, style.size * tried) <= width;
    });
    const sized = { ...style, size: style.size * (scale ?? SMALLEST_SCALE) };
    const lines = this.#wrap(printable(text), sized);
    lines.forEach((line, index) => this.text(line, x, baseline + index * leading, sized));
  }

  /** The lines a text takes in a width, broken as `paragraph` breaks them; none is left out. */
  linesOf(text: string, { face = "regular", size, width }: TextStyle & { width: number }): string[] {
    return this.#wrap(printable(text), { face, size, width, leading: 0, mostLines: Infinity });
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

  /**
   * A QR code no larger than `side`, its quiet zone included, at (x, y). A module is a whole number of a label
   * printer's dots, so that none is printed wider than its neighbour. Returns its side.
   */
  qr(symbol: Qr, x: number, y: number, side: number): number {
    const module = moduleSide(symbol.size, side);
    this.modules(symbol, x, y, module);
    return module * symbol.size;
  }

  #cut(text: string, face: Face, size: number, width: number): string {
    const characters = Array.from(text);
    while (characters.length > 0 && this.widthOf(`${characters.join("")}…`, face, size) > width)
      characters.pop();
    return `${characters.join("").trimEnd()}…`;
  }

  #wrap(text: string, style: ParagraphStyle): string[] {
    const { face = "regular", size, width, mostLines } = style;
    const lines: string[] = [];
    let line = "";
    for (const piece of text.match(PIECES) ?? []) {
      const longer = line + piece;
      if (line !== "" && lines.length < mostLines - 1 && this.widthOf(longer.trimEnd(), face, size) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else {
        line = longer;
      }
    }
    return [...lines, line.trimEnd()];
  }
}

/** The side of a module in millimetres: as many whole dots of a label printer as fit. */
export function moduleSide(modules: number, side: number): number {
  return Math.max(1, Math.floor((side * DOTS_PER_MILLIMETRE) / modules)) / DOTS_PER_MILLIMETRE;
}

const PLAIN =
  /^[!-~\u3001-\u33ff\u4e00-\u9fff\uff01-\uff60]+(?: [!-~\u3001-\u33ff\u4e00-\u9fff\uff01-\uff60]+)*$/;

/** Without control characters, zero-width marks and variation selectors, which fonts have no glyph for. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/[\p{C}\ufe00-\ufe0f]/gu, "");
}
