/** Kits: recipes, assembly, taking apart. */
export const kits = {};
