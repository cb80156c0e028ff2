import { z } from "zod";
import { refusalActions, refusalReasons, valueBases } from "#db/vocabulary";
import {
  id,
  labelCode,
  optionalCounted,
  optionalDay,
  optionalId,
  optionalText,
  optionalYuan,
  reasonText,
  requiredText,
  smallWhole,
} from "../fields.ts";
import { GoodsLine } from "../gifts/schema.ts";

const lines = z.array(GoodsLine).max(200, "too_many").default([]);
const lineNumber = smallWhole(1, 200);
const optionalBoxes = smallWhole(1, 10_000)
  .nullish()
  .transform((boxes) => boxes ?? null);

/** Goods that somebody said would come. Without lines those still to come of the pledge, or what the donor fills in. */
export const ExpectConsignment = z.object({
  warehouseId: id,
  pledgeId: optionalId,
  /** Blank: as the pledge has it, or nobody knows. */
  donor: optionalText(100),
  expectedOn: optionalDay,
  expectedBoxes: optionalBoxes,
  note: optionalText(500),
  lines,
});
export type ExpectConsignment = z.output<typeof ExpectConsignment>;

/** Goods at the door that nobody had announced. */
export const OpenConsignment = z.object({
  warehouseId: id,
  donor: optionalText(100),
  expectedBoxes: optionalBoxes,
  note: optionalText(500),
});
export type OpenConsignment = z.output<typeof OpenConsignment>;

export const ShareConsignment = z.object({ consignmentId: id });
export type ShareConsignment = z.output<typeof ShareConsignment>;

/** What the donor says is coming, by the link. */
export const FillInConsignment = z.object({
  token: requiredText(100),
  donor: optionalText(100),
  expectedOn: optionalDay,
  expectedBoxes: optionalBoxes,
  lines: z.array(GoodsLine).min(1, "lines_missing").max(200, "too_many"),
});
export type FillInConsignment = z.output<typeof FillInConsignment>;

/** A line counted without scanning boxes: so many full packs, and loose base units. What it says is the whole count. */
export const CountLine = z
  .object({
    consignmentId: id,
    n: lineNumber,
    packs: optionalCounted,
    /** Base units beside the full packs. */
    counted: optionalCounted,
  })
  .refine((line) => line.packs !== null || line.counted !== null, { path: ["counted"], error: "required" });
export type CountLine = z.output<typeof CountLine>;

/** Goods at the door that no line names. Blank `quantity`: they are counted afterwards, box by box. */
export const AddLine = z.object({
  consignmentId: id,
  goods: z
    .object({ ...GoodsLine.shape, quantity: optionalCounted })
    .refine((line) => (line.packName === null) === (line.packSize === null), {
      path: ["packSize"],
      error: "pack_incomplete",
    })
    .refine((line) => (line.quantity ?? 0n) > 0n || (line.value === null && line.unitValue === null), {
      path: ["quantity"],
      error: "required",
    }),
});
export type AddLine = z.output<typeof AddLine>;

const optionalCode = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(labelCode.nullable());

/**
 * Goods that are not taken in, or held back: a part of a line, a whole labelled box, or goods that no line names. What
 * is held back comes into the books, so it has a line or a box.
 */
export const RefuseGoods = z
  .object({
    consignmentId: id,
    n: lineNumber.nullish().transform((n) => n ?? null),
    code: optionalCode,
    item: optionalText(60),
    unit: optionalText(10),
    /** Base units; a labelled box is refused whole. */
    quantity: optionalCounted,
    action: z.enum(refusalActions, "choose"),
    reason: z.enum(refusalReasons, "choose"),
    note: optionalText(200),
  })
  .superRefine((goods, context) => {
    const missing = (path: string) => context.addIssue({ code: "custom", path: [path], message: "required" });
    if (goods.code !== null) return;
    if (!goods.quantity) missing("quantity");
    if (goods.n !== null) return;
    if (goods.action === "quarantined") return missing("n");
    if (goods.item === null) missing("item");
    if (goods.unit === null) missing("unit");
  });
export type RefuseGoods = z.output<typeof RefuseGoods>;

/** Takes a refusal back: the goods are taken in after all. */
export const AcceptGoods = z.object({ consignmentId: id, refusalId: id });
export type AcceptGoods = z.output<typeof AcceptGoods>;

const ticked = z
  .union([z.boolean(), z.enum(["true", "false"])])
  .nullish()
  .transform((value) => value === true || value === "true");

/** What the checker decided about one line. */
const CheckedLine = z.object({
  n: lineNumber,
  /** Why it is taken in although its life is short. */
  acceptReason: optionalText(200),
  /** The expiry is right, although this lot number is known with another. */
  acceptExpiry: ticked,
  /** Yuan for one base unit, instead of what the line says. */
  unitValue: optionalYuan,
  valueBasis: z
    .enum(valueBases)
    .or(z.literal(""))
    .nullish()
    .transform((basis) => basis || null),
});

/** A second person has checked the count: what was accepted comes into the books. */
export const ReceiveConsignment = z.object({
  consignmentId: id,
  /** Blank: as the consignment has it. */
  donor: optionalText(100),
  /** Why, in an emergency, whoever counted also checks. */
  overrideReason: optionalText(500),
  lines: z.array(CheckedLine).max(200, "too_many").default([]),
});
export type ReceiveConsignment = z.output<typeof ReceiveConsignment>;

export const CancelConsignment = z.object({ consignmentId: id, reason: reasonText });
export type CancelConsignment = z.output<typeof CancelConsignment>;
