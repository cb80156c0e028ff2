import type { Redaction } from "#db";

/** A rectangle of a picture in pixels. */
export interface PixelBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Rectangles in thousandths as pixels, rounded outwards, so that nothing at their edge is left. */
export const pixelBoxes = (
  redactions: readonly Redaction[],
  picture: { width: number; height: number },
): PixelBox[] =>
  redactions.map((rectangle) => {
    const [left, width] = span(rectangle.x, rectangle.width, picture.width);
    const [top, height] = span(rectangle.y, rectangle.height, picture.height);
    return { left, top, width, height };
  });

function span(from: number, length: number, whole: number): [start: number, length: number] {
  const start = Math.floor((from * whole) / 1000);
  const end = Math.min(whole, Math.ceil(((from + length) * whole) / 1000));
  return [start, end - start];
}
