import { z } from "zod";
import { boxKinds } from "#db/vocabulary";
import {
  id,
  labelCode,
  occurredAt,
  optionalCounted,
  optionalId,
  optionalText,
  quantity,
  reasonText,
  smallWhole,
} from "../fields.ts";
import { GoodsLine } from "../gifts/schema.ts";

/** As the journal counts assets and accounts. */
const numbered = z.string("required").regex(/^\d{1,18}$/, "bad_id");

/**
 * A sealed box at the door gets its label: counted as a line of its consignment, or as unknown when `line` is null. A
 * pallet is counted by the boxes on it.
 */
export const ReceiveBox = z
  .object({
    consignmentId: id,
    /** A blank label's code. */
    code: labelCode,
    kind: z.enum(boxKinds).default("box"),
    line: smallWhole(1, 200)
      .nullish()
      .transform((n) => n ?? null),
    /** Base units in the box; blank for an unknown one. */
    quantity: optionalCounted,
    note: optionalText(200),
    weightGrams: smallWhole(1, 5_000_000)
      .nullish()
      .transform((grams) => grams ?? null),
    occurredAt,
  })
  .refine((box) => (box.line === null) === (box.quantity === null), {
    path: ["quantity"],
    error: "required",
  })
  .refine((box) => box.kind === "box" || box.line === null, { path: ["line"], error: "pallet_holds_boxes" });
export type ReceiveBox = z.output<typeof ReceiveBox>;

/** An unknown box was opened: what is in it comes into the books where the box stands. */
export const ClassifyBox = z.object({
  code: labelCode,
  goods: GoodsLine,
  donor: optionalText(100),
  occurredAt,
});
export type ClassifyBox = z.output<typeof ClassifyBox>;

/** Loose goods of one lot in one place go into boxes of `quantity` each; blank `codes`: new labels are made. */
export const PackBoxes = z.object({
  warehouseId: id,
  assetId: numbered,
  accountId: numbered,
  boxes: smallWhole(1, 500),
  quantity,
  codes: z.array(labelCode).max(500, "too_many").default([]),
});
export type PackBoxes = z.output<typeof PackBoxes>;

/** Empty pallets in a bin, or at the dock when it is blank. */
export const MakePallets = z.object({ warehouseId: id, binId: optionalId, pallets: smallWhole(1, 100) });
export type MakePallets = z.output<typeof MakePallets>;

/** A box, or a pallet with all that stands on it, goes to a bin, back to the dock, or to quarantine with a reason. */
export const MoveBox = z
  .object({
    code: labelCode,
    to: z.union([z.enum(["dock", "quarantine"]), id]),
    reason: optionalText(200),
    occurredAt,
  })
  .refine((move) => move.to !== "quarantine" || move.reason !== null, {
    path: ["reason"],
    error: "required",
  });
export type MoveBox = z.output<typeof MoveBox>;

/** A box is put on a pallet, or off it when `pallet` is null. */
export const NestBox = z.object({
  code: labelCode,
  pallet: labelCode.nullish().transform((code) => code ?? null),
  occurredAt,
});
export type NestBox = z.output<typeof NestBox>;

/** A box is taken off the shelf for a delivery; with a quantity, only so many of its base units. */
export const PickBox = z.object({
  deliveryId: id,
  code: labelCode,
  quantity: optionalCounted.refine((quantity) => quantity !== 0n, "not_positive"),
  occurredAt,
});
export type PickBox = z.output<typeof PickBox>;

/** A picked box is on the vehicle. */
export const LoadBox = z.object({ deliveryId: id, code: labelCode, occurredAt });
export type LoadBox = z.output<typeof LoadBox>;

/** What is in a box stands loose in its place from now on. */
export const EmptyBox = z.object({ code: labelCode, reason: reasonText, occurredAt });
export type EmptyBox = z.output<typeof EmptyBox>;

/** Takes back the last thing that was done with a box; `eventId` is the request that did it. */
export const UndoBoxEvent = z.object({ eventId: id, occurredAt });
export type UndoBoxEvent = z.output<typeof UndoBoxEvent>;

/** A torn label is replaced: the box keeps its history, the old code says which is the new one. */
export const ReplaceLabel = z.object({ code: labelCode, reason: reasonText });
export type ReplaceLabel = z.output<typeof ReplaceLabel>;
