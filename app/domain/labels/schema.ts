import { z } from "zod";
import { id, smallWhole } from "../fields.ts";

/** How many labels one request makes, and one address names. */
export const MOST_LABELS = 1_000;

/** Labels without a box yet: they are stuck on what comes through the door. */
export const PrintBlankLabels = z.object({ count: smallWhole(1, MOST_LABELS) });
export type PrintBlankLabels = z.output<typeof PrintBlankLabels>;

export const LabelBins = z.object({
  warehouseId: id,
  binIds: z
    .array(id, "lines_missing")
    .min(1, "lines_missing")
    .max(MOST_LABELS, "too_many")
    .refine((ids) => new Set(ids).size === ids.length, "duplicate"),
});
export type LabelBins = z.output<typeof LabelBins>;

/** `assetId`: a source lot, as the journal counts assets. */
export const LabelLot = z.object({ assetId: z.string("required").regex(/^\d{1,18}$/, "bad_id") });
export type LabelLot = z.output<typeof LabelLot>;
