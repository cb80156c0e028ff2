import { z } from "zod";
import { itemCategories, storageConditions } from "#db/vocabulary";
import { id, optionalText, quantity, requiredText, smallWhole } from "../fields.ts";
import { parseGtin } from "./gtin.ts";
import { normalName } from "./normal-name.ts";

/** A GTIN with 8, 12, 13 or 14 digits; kept with 14. */
const gtin = requiredText(40).transform((text, context) => {
  const verdict = parseGtin(text);
  if (verdict.ok) return verdict.gtin;
  const message = verdict.reason === "digits" ? "bad_gtin" : "bad_gtin_check";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** A code of GB/T 38565-2020: seven digits, the first 1 to 3. */
const gbCode = optionalText(7).refine((code) => code === null || /^[123]\d{6}$/.test(code), "bad_gb_code");

/** So many (`count`) of the smaller pack `of`, by its name, or of the base unit when `of` is blank. */
const packs = z
  .array(
    z.object({
      name: requiredText(10),
      count: quantity.refine((count) => count > 1n, "pack_of_one"),
      of: optionalText(10),
    }),
  )
  .max(20, "too_many")
  .default([]);

/** `packSize` is what is behind the barcode, in base units. */
const barcodes = z
  .array(z.object({ gtin, packSize: quantity.default(1n) }))
  .max(100, "too_many")
  .superRefine(eachOnce("gtin", ({ gtin: code }) => code))
  .default([]);

const aliases = z
  .array(z.object({ name: requiredText(60) }))
  .max(100, "too_many")
  .superRefine(eachOnce("name", ({ name }) => normalName(name)))
  .default([]);

const substitutes = z
  .array(z.object({ itemId: id }))
  .max(50, "too_many")
  .superRefine(eachOnce("itemId", ({ itemId }) => itemId))
  .default([]);

/** All of an item at once: a list that is left out is an empty list. The first pack is the usual one. */
const described = {
  name: requiredText(60),
  category: z.enum(itemCategories, "choose"),
  specification: optionalText(60),
  gbCode,
  storage: z
    .enum(storageConditions, "choose")
    .or(z.literal(""))
    .nullish()
    .transform((word) => word || null),
  /** Days of life an arriving lot must have left. */
  minRemainingDays: smallWhole(1, 3_650)
    .nullish()
    .transform((days) => days ?? null),
  packs,
  aliases,
  barcodes,
  substitutes,
};

export const AddItem = z.object({ ...described, unit: requiredText(10) });
export type AddItem = z.output<typeof AddItem>;

/** The base unit is not among what may be changed: every quantity on the books is counted in it. */
export const EditItem = z.object({ itemId: id, ...described });
export type EditItem = z.output<typeof EditItem>;

/** What an item is, as both verbs take it. */
export type DescribedItem = Omit<EditItem, "itemId">;

/** Two entries of the catalogue are one thing: `fromId` goes into `intoId`. */
export const MergeItems = z
  .object({ fromId: id, intoId: id })
  .refine(({ fromId, intoId }) => fromId !== intoId, { path: ["intoId"], error: "same_item" });
export type MergeItems = z.output<typeof MergeItems>;

/** They are new, not another name for one we have. */
export const ConfirmItems = z.object({
  itemIds: z.array(id).min(1, "lines_missing").max(500, "too_many"),
});
export type ConfirmItems = z.output<typeof ConfirmItems>;

/** The second of two rows that say the same is marked. */
function eachOnce<Row>(field: string, key: (row: Row) => string) {
  return (rows: readonly Row[], context: z.RefinementCtx) => {
    const seen = new Set<string>();
    rows.forEach((row, index) => {
      if (seen.has(key(row)))
        context.addIssue({ code: "custom", message: "duplicate", path: [index, field] });
      seen.add(key(row));
    });
  };
}
