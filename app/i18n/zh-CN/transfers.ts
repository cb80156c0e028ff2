/** Goods between two warehouses. */
export const transfers = {};
