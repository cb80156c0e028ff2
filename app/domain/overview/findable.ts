/** What the desk's search box finds. */
export const findableKinds = ["gift", "pledge", "payment", "delivery", "donor", "item", "site"] as const;
export type FindableKind = (typeof findableKinds)[number];
