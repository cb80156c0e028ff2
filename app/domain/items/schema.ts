import { z } from "zod";
import { itemCategories } from "#db/vocabulary";
import { id, optionalPackSize, optionalText, requiredText } from "../fields.ts";

/** What may be changed of an item. The base unit stays: every quantity on the books is counted in it. */
export const EditItem = z
  .object({
    itemId: id,
    name: requiredText(60),
    category: z.enum(itemCategories, "choose"),
    specification: optionalText(60),
    packName: optionalText(10),
    packSize: optionalPackSize,
  })
  .refine((item) => (item.packName === null) === (item.packSize === null), {
    path: ["packSize"],
    error: "pack_incomplete",
  });
export type EditItem = z.output<typeof EditItem>;
