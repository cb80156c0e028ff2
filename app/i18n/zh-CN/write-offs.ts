/** Goods written off, asked for by one and decided by another. */
export const writeOffs = {};
