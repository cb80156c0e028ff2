/** Boxes, pallets and what happened to them. */
export const boxes = {};
