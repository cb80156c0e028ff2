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
 * Places that can hold. `donor`, `supplier` and `grantee` are outside the system, `households` and `loss` are sinks, and
 * `assembly` is where kits come from and go back to: they keep no balance row, so nobody queues up behind one hot row.
 * `kit` holds the components that are inside kits, `transfer` what is on the road between two warehouses.
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
  "transfer",
  "delivery",
  "site",
  "dispute",
  "households",
  "loss",
  "kit",
  "assembly",
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** What stands in a warehouse: waiting at the dock, put away, packed for a delivery, or held back. */
export const warehouseKinds = [
  "dock",
  "bin",
  "staging",
  "quarantine",
] as const satisfies readonly AccountKind[];

/** What the organization has in its own hands: in a warehouse, or between two of them. */
export const stockKinds = [...warehouseKinds, "transfer"] as const satisfies readonly AccountKind[];

export const holdingKinds = [
  "fund",
  ...stockKinds,
  "delivery",
  "site",
  "dispute",
  "kit",
] as const satisfies readonly AccountKind[];

export const assetKinds = ["money", "lot"] as const;

/** Each entry is named after the verb that made it. */
export const entryKinds = [
  "gift.receive-money",
  "gift.receive-goods",
  "stock.put-away",
  "stock.move",
  "stock.write-off",
  "stocktake.approve",
  "kit.assemble",
  "kit.take-apart",
  "transfer.send",
  "transfer.receive",
  "transfer.cancel",
  "return.receive",
  "case.decide",
  "payment.record",
  "delivery.create",
  "delivery.cancel",
  "delivery.dispatch",
  "delivery.confirm",
  "delivery.hand-over",
  "entry.reverse",
] as const;
export type EntryKind = (typeof entryKinds)[number];

export const documentKinds = [
  "pledge",
  "consignment",
  "gift",
  "payment",
  "delivery",
  "hand_over",
  "kit",
  "transfer",
  "return",
  "stocktake",
  "write_off",
  "run",
  "case",
  "need",
  "register",
] as const;
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

/** A box, or a pallet that boxes stand on. */
export const boxKinds = ["box", "pallet"] as const;
export type BoxKind = (typeof boxKinds)[number];

/** What happened to a box, by the verb that recorded it. */
export const boxEventKinds = [
  "box.receive",
  "box.classify",
  "box.pack",
  "box.move",
  "box.nest",
  "box.pick",
  "box.load",
  "box.depart",
  "box.leave-behind",
  "box.hand-on",
  "box.arrive",
  "box.empty",
  "box.undo",
  "label.replace",
] as const;
export type BoxEventKind = (typeof boxEventKinds)[number];

/** Goods on their way to a warehouse: announced, being counted at the door, taken into the books, or not coming. */
export const consignmentStatuses = ["expected", "counting", "received", "cancelled"] as const;
export type ConsignmentStatus = (typeof consignmentStatuses)[number];

export const refusalReasons = [
  "expired",
  "short_life",
  "damaged_packaging",
  "unsafe",
  "not_needed",
  "other",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Sent back at the door, or taken in and held back. */
export const refusalActions = ["rejected", "quarantined"] as const;
export type RefusalAction = (typeof refusalActions)[number];

export const transferStatuses = ["sent", "received", "cancelled"] as const;
export type TransferStatus = (typeof transferStatuses)[number];

export const stocktakeKinds = ["cycle", "full"] as const;
export type StocktakeKind = (typeof stocktakeKinds)[number];

export const stocktakeStatuses = ["counting", "approved", "cancelled"] as const;
export type StocktakeStatus = (typeof stocktakeStatuses)[number];

/** Requested by one person, decided by another. */
export const writeOffStatuses = ["requested", "approved", "rejected"] as const;
export type WriteOffStatus = (typeof writeOffStatuses)[number];

export const storageConditions = ["ambient", "cool", "refrigerated", "frozen", "dry", "flammable"] as const;
export type StorageCondition = (typeof storageConditions)[number];

export const runStatuses = ["planned", "on_road", "done", "cancelled"] as const;
export type RunStatus = (typeof runStatuses)[number];

/** At a delivery's own door, or where another vehicle takes it over. */
export const stopKinds = ["door", "hand_over_point"] as const;
export type StopKind = (typeof stopKinds)[number];

/** What a case is about; `second_report`: somebody else counted differently. */
export const caseKinds = ["short", "damaged", "extra", "second_report"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** How a case ends: it was found after all, is written off, was sent again, or the first report stands. */
export const caseDecisions = ["found", "written_off", "replaced", "no_difference"] as const;
export type CaseDecision = (typeof caseDecisions)[number];

/** What a picture belongs to. */
export const photoSubjects = [
  "delivery",
  "receipt",
  "case",
  "hand_over",
  "gift",
  "item",
  "write_off",
  "consignment",
] as const;
export type PhotoSubject = (typeof photoSubjects)[number];

/** Who is helped first. People may belong to several. */
export const beneficiaryGroups = [
  "elderly",
  "living_alone",
  "pregnant",
  "infants",
  "children",
  "chronic_illness",
  "disabled",
  "low_income",
  "volunteers",
  "other",
] as const;
export type BeneficiaryGroup = (typeof beneficiaryGroups)[number];

/** How those who get something were chosen. */
export const beneficiaryBases = [
  "every_household",
  "every_person",
  "groups_first",
  "in_difficulty",
  "applied",
  "first_come",
  "other",
] as const;
export type BeneficiaryBasis = (typeof beneficiaryBases)[number];

/** Asked; answered that something can come; answered that nothing can; taken back by the site; seen to. */
export const needStatuses = ["asked", "accepted", "declined", "withdrawn", "met"] as const;
export type NeedStatus = (typeof needStatuses)[number];

/** The steps from a need to a signature, each with its own clock. */
export const clockSteps = ["inquiry", "stock_check", "order", "dispatch", "receipt"] as const;
export type ClockStep = (typeof clockSteps)[number];

/** What the desk is told. */
export const noticeKinds = [
  "delivery_confirmed",
  "delivery_part_received",
  "case_opened",
  "case_decided",
  "need_asked",
  "clock_late",
  "pin_guessed",
  "report_stranded",
  "contact_changed",
  "question_asked",
  "deadline_near",
  "deadline_missed",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What the public log speaks of. */
export const leafKinds = ["entry", "pledge", "publication", "destruction"] as const;
export type LeafKind = (typeof leafKinds)[number];

/** 公募活动 and 慈善项目. */
export const campaignKinds = ["campaign", "project"] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** Each clock of the law, and the guidance an organization may choose to keep. */
export const deadlineRules = [
  "emergency_receipts_5_days",
  "emergency_filing_10_days",
  "campaign_every_3_months",
  "campaign_end_3_months",
  "project_every_3_months",
  "project_end_3_months",
  "surplus_3_months",
  "major_event_30_days",
  "donor_reply_10_workdays",
  "annual_report_31_may",
  "pledge_due",
  "personal_data_destroyed",
] as const;
export type DeadlineRule = (typeof deadlineRules)[number];

export const importStatuses = ["draft", "committing", "committed", "failed"] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
