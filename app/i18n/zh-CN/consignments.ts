/** Goods on their way to a warehouse, counted at the door. */
export const consignments = {};
