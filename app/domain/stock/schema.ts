import { z } from "zod";
import { lossReasons } from "#db/vocabulary";
import { id, quantity, reasonText } from "../fields.ts";

const assetId = z.string().regex(/^\d{1,18}$/, "bad_id");

/** Goods from the dock to a bin. */
export const PutAway = z.object({
  warehouseId: id,
  lines: z
    .array(z.object({ assetId, binId: id, quantity }))
    .min(1, "lines_missing")
    .max(200, "too_many"),
});
export type PutAway = z.output<typeof PutAway>;

/** Goods that are lost to the stock, with the reason. */
export const WriteOff = z.object({
  warehouseId: id,
  assetId,
  /** Where it stands: the dock or a bin, by account. */
  accountId: assetId,
  quantity,
  reason: z.enum(lossReasons, "required"),
  remark: reasonText,
});
export type WriteOff = z.output<typeof WriteOff>;
