import { z } from "zod";
import { id, optionalId, optionalText, quantity } from "../fields.ts";

const numbered = z.string().regex(/^\d{1,18}$/, "bad_id");

/** What goes into one kit, in the components' base units. */
export const SetRecipe = z
  .object({
    itemId: id,
    components: z
      .array(z.object({ itemId: id, quantity }))
      .min(1, "lines_missing")
      .max(50, "too_many"),
  })
  .superRefine(({ components }, context) => {
    components.forEach((component, i) => {
      const path = ["components", i, "itemId"];
      const first = components.findIndex((other) => other.itemId === component.itemId);
      if (first < i) context.addIssue({ code: "custom", path, message: "duplicate" });
    });
  });
export type SetRecipe = z.output<typeof SetRecipe>;

/** Kits put together in a warehouse, and where they go: a bin, or the dock when none is named. */
export const AssembleKits = z.object({
  warehouseId: id,
  itemId: id,
  quantity,
  /** Lots under this restriction may go in beside free ones; without it only free ones. */
  restrictionId: optionalId,
  binId: optionalId,
  note: optionalText(500),
});
export type AssembleKits = z.output<typeof AssembleKits>;

/** Kits of one lot, where they stand (a bin or the dock, by account), and the bin their components go to; else the dock. */
export const TakeKitsApart = z.object({
  warehouseId: id,
  assetId: numbered,
  accountId: numbered,
  quantity,
  binId: optionalId,
});
export type TakeKitsApart = z.output<typeof TakeKitsApart>;
