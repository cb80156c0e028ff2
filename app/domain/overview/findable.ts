/** What the desk's search box finds. */
export const findableKinds = [
  "gift",
  "pledge",
  "payment",
  "delivery",
  "consignment",
  "kit",
  "transfer",
  "return",
  "write-off",
  "stocktake",
  "box",
  "bin",
  "donor",
  "item",
  "site",
] as const;
export type FindableKind = (typeof findableKinds)[number];
