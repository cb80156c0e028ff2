import { z } from "zod";
import { lossReasons, stocktakeKinds } from "#db/vocabulary";
import { counted, id, occurredAt, optionalText, reasonText, smallWhole } from "../fields.ts";

/** As the journal counts assets and accounts. */
const numbered = z.string("required").regex(/^\d{1,18}$/, "bad_id");

/** Some bins, or with `full` every bin and the dock. Blind: who counts does not see what the books say. */
export const OpenStocktake = z
  .object({
    warehouseId: id,
    kind: z.enum(stocktakeKinds, "choose"),
    blind: z
      .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")])
      .default(true),
    note: optionalText(200),
    /** Only for `cycle`. */
    binIds: z.array(id).max(2000, "too_many").default([]),
  })
  .refine(({ kind, binIds }) => kind === "full" || binIds.length > 0, {
    path: ["binIds"],
    error: "choose",
  });
export type OpenStocktake = z.output<typeof OpenStocktake>;

/**
 * What was counted in one place. Lots that are left out were not there: whoever counts blind writes down what is there,
 * so an empty list says that the place is empty.
 */
const CountedBin = z.object({
  /** The bin's account, or the dock's. */
  accountId: numbered,
  /** The state of the place that the counter's sheet was made from: `since` of the sheet. */
  since: z.string("required").regex(/^\d{1,18}x\d{1,18}$/, "bad_since"),
  counts: z
    .array(z.object({ assetId: numbered, counted }))
    .max(500, "too_many")
    .refine((counts) => new Set(counts.map(({ assetId }) => assetId)).size === counts.length, "duplicate"),
});
export type CountedBin = z.output<typeof CountedBin>;

export const CountBin = CountedBin.extend({ stocktakeId: id, occurredAt });
export type CountBin = z.output<typeof CountBin>;

/** A filled count sheet: all of it is stored, or nothing. */
export const CountBins = z.object({
  stocktakeId: id,
  bins: z
    .array(CountedBin)
    .min(1, "lines_missing")
    .max(2000, "too_many")
    .refine((bins) => new Set(bins.map(({ accountId }) => accountId)).size === bins.length, "duplicate"),
  occurredAt,
});
export type CountBins = z.output<typeof CountBins>;

const lossReason = z
  .enum(lossReasons, "choose")
  .or(z.literal(""))
  .nullish()
  .transform((reason) => reason || null);

/** Settles the differences: each line with its own reason, all others with the one for the rest. */
export const ApproveStocktake = z.object({
  stocktakeId: id,
  reasons: z
    .array(
      z.object({ accountId: numbered, assetId: numbered, reason: lossReason, remark: optionalText(200) }),
    )
    .max(5000, "too_many")
    .default([]),
  restReason: lossReason,
  restRemark: optionalText(200),
  /** Places that nobody counted are left as they are. */
  leaveOut: z.union([z.boolean(), z.literal("true").transform(() => true)]).default(false),
  /** How many counts the approver looked at: `rounds` of the stocktake. Refused when somebody counted since. */
  rounds: smallWhole(0, 1_000_000)
    .nullish()
    .transform((rounds) => rounds ?? null),
  /** Why whoever counted approves it too: an emergency, shown on the document. */
  overrideReason: optionalText(300),
});
export type ApproveStocktake = z.output<typeof ApproveStocktake>;

export const CancelStocktake = z.object({ stocktakeId: id, reason: reasonText });
export type CancelStocktake = z.output<typeof CancelStocktake>;
