/** Goods a site sends back. */
export const returns = {};
