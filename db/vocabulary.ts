/** Every closed list of words. The database checks them, forms offer them, and the dictionaries must name each one. */

export const organizationKinds = [
  "foundation",
  "community_fund",
  "social_organization",
  "warehouse_operator",
  "residents_committee",
  "compound",
  "field_hospital",
  "hospital",
  "township",
  "authority",
  "company",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const siteKinds = ["committee", "compound", "field_hospital", "hospital", "other"] as const;
export type SiteKind = (typeof siteKinds)[number];

export const roles = [
  "administrator",
  "fund_officer",
  "warehouse_keeper",
  "dispatcher",
  "site_contact",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

export const donorKinds = ["organization", "individual", "anonymous"] as const;
export type DonorKind = (typeof donorKinds)[number];

/** Own category tree first (GB/T 38565 codes are optional). */
export const itemCategories = [
  "protection",
  "disinfection",
  "medicine",
  "testing",
  "food",
  "water",
  "bedding",
  "household",
  "infant",
  "kit",
  "equipment",
  "other",
] as const;
export type ItemCategory = (typeof itemCategories)[number];

/**
 * Places that can hold. `donor`, `supplier` and `grantee` are outside the system and `households` and `loss` are sinks:
 * they keep no balance row, so nobody queues up behind one hot row.
 */
export const accountKinds = [
  "donor",
  "supplier",
  "grantee",
  "fund",
  "dock",
  "bin",
  "staging",
  "quarantine",
  "delivery",
  "site",
  "dispute",
  "households",
  "loss",
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** What stands in a warehouse: waiting at the dock, put away, packed for a delivery, or held back. */
export const stockKinds = ["dock", "bin", "staging", "quarantine"] as const satisfies readonly AccountKind[];

export const holdingKinds = [
  "fund",
  ...stockKinds,
  "delivery",
  "site",
  "dispute",
] as const satisfies readonly AccountKind[];

export const assetKinds = ["money", "lot"] as const;

/** Each entry is named after the verb that made it. */
export const entryKinds = [
  "gift.receive-money",
  "gift.receive-goods",
  "stock.put-away",
  "stock.write-off",
  "payment.record",
  "delivery.create",
  "delivery.cancel",
  "delivery.dispatch",
  "delivery.confirm",
  "delivery.hand-over",
  "entry.reverse",
] as const;
export type EntryKind = (typeof entryKinds)[number];

export const documentKinds = ["pledge", "gift", "payment", "delivery", "hand_over"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const giftKinds = ["money", "goods"] as const;
export type GiftKind = (typeof giftKinds)[number];

export const paymentKinds = ["purchase", "grant"] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** How a unit value was found: 民政部办公厅 order of valuation; `unvalued` counts in quantity, never in money. */
export const valueBases = ["voucher", "market_price", "other_method", "unvalued"] as const;
export type ValueBasis = (typeof valueBases)[number];

export const deliveryStatuses = ["planned", "dispatched", "confirmed", "cancelled"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const differenceReasons = [
  "short_packed",
  "lost_on_the_way",
  "damaged_packaging",
  "damaged_goods",
  "wrong_item",
  "expired",
  "more_came",
  "other",
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

export const lossReasons = ["expired", "damaged", "lost", "other"] as const;
export type LossReason = (typeof lossReasons)[number];

export const importStatuses = ["draft", "committing", "committed", "failed"] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
