import { z } from "zod";
import { valueBases } from "#db/vocabulary";
import {
  day,
  id,
  optionalDay,
  optionalId,
  optionalText,
  optionalPackSize,
  optionalYuan,
  quantity,
  requiredText,
  yuan,
} from "../fields.ts";

const common = {
  organizationId: optionalId,
  /** Blank: anonymous. */
  donor: optionalText(100),
  receivedOn: day,
  pledgeId: optionalId,
  note: optionalText(500),
};

/** Money that has arrived. Blank `restrictedTo` with a pledge: restricted as the pledge was. */
export const ReceiveMoney = z.object({
  ...common,
  amount: yuan,
  restrictedTo: optionalText(100),
  receiptNumber: optionalText(40),
});
export type ReceiveMoney = z.output<typeof ReceiveMoney>;

/** One line of goods: `quantity` packs of `packSize`, or loose base units when no pack is named. */
export const GoodsLine = z
  .object({
    item: requiredText(60),
    unit: requiredText(10),
    specification: optionalText(60),
    quantity,
    packName: optionalText(10),
    packSize: optionalPackSize,
    lotNumber: optionalText(40),
    expiresOn: optionalDay,
    /** Yuan for one base unit; `value` for the whole line wins over it. */
    unitValue: optionalYuan,
    value: optionalYuan,
    valueBasis: z
      .enum(valueBases)
      .or(z.literal(""))
      .nullish()
      .transform((basis) => basis || null),
    restrictedTo: optionalText(100),
  })
  .refine((line) => (line.packName === null) === (line.packSize === null), {
    path: ["packSize"],
    error: "pack_incomplete",
  });
export type GoodsLine = z.output<typeof GoodsLine>;

/** Goods that stand at a warehouse's dock. */
export const ReceiveGoods = z.object({
  ...common,
  warehouseId: id,
  lines: z.array(GoodsLine).min(1, "lines_missing").max(200, "too_many"),
});
export type ReceiveGoods = z.output<typeof ReceiveGoods>;
