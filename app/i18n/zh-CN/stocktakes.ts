/** Counting the stock. */
export const stocktakes = {};
