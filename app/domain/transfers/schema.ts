import { z } from "zod";
import { counted, id, optionalCounted, optionalText, quantity, reasonText, smallWhole } from "../fields.ts";

const numbered = z.string().regex(/^\d{1,18}$/, "bad_id");

export const LineToSend = z.object({ assetId: numbered, accountId: numbered, quantity });

/** Lots from the dock or bins of one warehouse to another; `lines` is how they are written down. */
export const transferOf = <Lines extends z.ZodType<z.output<typeof LineToSend>[]>>(lines: Lines) =>
  z
    .object({ fromWarehouseId: id, toWarehouseId: id, note: optionalText(500), lines })
    .refine(({ fromWarehouseId, toWarehouseId }) => fromWarehouseId !== toWarehouseId, {
      path: ["toWarehouseId"],
      error: "same_warehouse",
    });

export const SendTransfer = transferOf(z.array(LineToSend).min(1, "lines_missing").max(200, "too_many"));
export type SendTransfer = z.output<typeof SendTransfer>;

/**
 * What came of each line in good state, and how much of the rest came damaged; lines left out came whole. What is missing
 * or damaged needs a remark.
 */
export const ReceiveTransfer = z.object({
  transferId: id,
  lines: z
    .array(
      z.object({
        n: smallWhole(1, 200),
        received: counted,
        damaged: optionalCounted,
        remark: optionalText(300),
      }),
    )
    .max(200, "too_many")
    .default([]),
});
export type ReceiveTransfer = z.output<typeof ReceiveTransfer>;

export const CancelTransfer = z.object({ transferId: id, reason: reasonText });
export type CancelTransfer = z.output<typeof CancelTransfer>;
