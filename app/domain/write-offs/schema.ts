import { z } from "zod";
import { lossReasons } from "#db/vocabulary";
import { id, optionalText, quantity, reasonText } from "../fields.ts";

const numbered = z.string().regex(/^\d{1,18}$/, "bad_id");

/** Goods said to be lost to the stock, with the reason and the evidence; somebody else decides. */
export const WriteOff = z.object({
  warehouseId: id,
  assetId: numbered,
  /** Where it stands: the dock, a bin or quarantine, by account. */
  accountId: numbered,
  quantity,
  reason: z.enum(lossReasons, "required"),
  remark: reasonText,
  /** Where the evidence is: a report's number, who saw it, a file. */
  evidence: optionalText(500),
});
export type WriteOff = z.output<typeof WriteOff>;

/** `overrideReason`: why the one who asked decides as well, in an emergency. */
export const ApproveWriteOff = z.object({
  writeOffId: id,
  remark: optionalText(500),
  overrideReason: optionalText(500),
});
export type ApproveWriteOff = z.output<typeof ApproveWriteOff>;

export const RejectWriteOff = z.object({ writeOffId: id, remark: reasonText });
export type RejectWriteOff = z.output<typeof RejectWriteOff>;
