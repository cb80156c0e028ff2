/** Printing labels. */
export const labels = {};
