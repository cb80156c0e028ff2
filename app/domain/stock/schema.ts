import { z } from "zod";
import { id, optionalText, quantity } from "../fields.ts";

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

/** Loose goods of one lot to another place of their warehouse; into quarantine and out of it with a reason. */
export const MoveStock = z.object({
  warehouseId: id,
  assetId,
  /** Where it stands: the dock, a bin or quarantine, by account. */
  fromAccount: assetId,
  to: z.union([z.enum(["dock", "quarantine"]), id], "required"),
  quantity,
  reason: optionalText(200),
});
export type MoveStock = z.output<typeof MoveStock>;
