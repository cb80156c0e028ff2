import { z } from "zod";
import { id, quantity, reasonText, smallWhole } from "../fields.ts";

/** Where returned goods wait: at the dock, or held back until somebody has looked at them. */
export const returnPlaces = ["dock", "quarantine"] as const;
export type ReturnPlace = (typeof returnPlaces)[number];

/** Goods of a confirmed delivery that its site sends back, by the delivery's lines, in base units. */
export const ReceiveReturn = z.object({
  deliveryId: id,
  warehouseId: id,
  into: z.enum(returnPlaces, "required"),
  reason: reasonText,
  lines: z
    .array(z.object({ n: smallWhole(1, 100), quantity }))
    .min(1, "lines_missing")
    .max(100, "too_many"),
});
export type ReceiveReturn = z.output<typeof ReceiveReturn>;
