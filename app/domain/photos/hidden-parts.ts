import type { Redaction } from "#db";

/** Rectangles in an address: `hide=420,180,120,160` for each, in thousandths. */
export const hiddenParts = (redactions: readonly Redaction[]): string =>
  redactions.map(({ x, y, width, height }) => `hide=${x},${y},${width},${height}`).join("&");

/** The same, read back, still to be checked. */
export const hiddenPartsIn = (parameters: URLSearchParams) =>
  parameters.getAll("hide").map((text) => {
    const [x, y, width, height] = text.split(",");
    return { x, y, width, height };
  });
