import { z } from "zod";
import { beneficiaryBases, beneficiaryGroups, differenceReasons, locales } from "#db/vocabulary";
import {
  counted,
  day,
  id,
  labelCode,
  occurredAt,
  optionalCounted,
  optionalDay,
  optionalId,
  optionalText,
  optionalPackSize,
  quantity,
  reasonText,
  requiredText,
  smallWhole,
} from "../fields.ts";

/**
 * One item to send: `quantity` packs of `packSize`, or loose base units when no pack is named. With `lot` only that
 * source lot is taken, for the reason given, whatever the picking rule would have taken first.
 */
const LineToSend = z
  .object({
    itemId: id,
    quantity,
    packName: optionalText(10),
    packSize: optionalPackSize,
    lot: z
      .string()
      .regex(/^\d{0,18}$/, "bad_id")
      .nullish()
      .transform((asset) => (asset ? BigInt(asset) : null)),
    lotReason: optionalText(200),
  })
  .refine((line) => line.lot === null || line.lotReason !== null, { path: ["lotReason"], error: "required" });

/** A delivery from a warehouse to a site; its goods are picked and packed at once. */
export const CreateDelivery = z.object({
  warehouseId: id,
  siteId: id,
  boxes: smallWhole(1, 2000),
  plannedOn: optionalDay,
  note: optionalText(500),
  /** What the site asked for, when this answers it. */
  needId: optionalId,
  lines: z.array(LineToSend).min(1, "lines_missing").max(100, "too_many"),
});
export type CreateDelivery = z.output<typeof CreateDelivery>;

/** Ticked: what is in boxes that were not loaded, or not picked, stays in stock, and the lines are less by it. */
export const leaveBehind = z
  .union([z.boolean(), z.enum(["true", "false"])])
  .transform((value) => value === true || value === "true")
  .optional();

export const DispatchDelivery = z.object({ deliveryId: id, leaveBehind });
export type DispatchDelivery = z.output<typeof DispatchDelivery>;

export const StartPicking = z.object({ deliveryId: id });
export type StartPicking = z.output<typeof StartPicking>;

/** Everything of the delivery is off the shelves, what was not scanned included. */
export const FinishPicking = z.object({ deliveryId: id, leaveBehind });
export type FinishPicking = z.output<typeof FinishPicking>;

export const CancelDelivery = z.object({ deliveryId: id, reason: reasonText });
export type CancelDelivery = z.output<typeof CancelDelivery>;

/** Issues a new PIN and forgets the wrong tries. */
export const RenewPin = z.object({ deliveryId: id });
export type RenewPin = z.output<typeof RenewPin>;

/** Revokes the label's code: a new one must be printed. */
export const RenewCode = z.object({ deliveryId: id, reason: reasonText });
export type RenewCode = z.output<typeof RenewCode>;

/** What was counted of one line. What is neither good nor damaged is missing; what is more than was sent is extra. */
const CountedLine = z.object({
  n: smallWhole(1, 100),
  good: counted,
  damaged: optionalCounted,
  reason: z
    .enum(differenceReasons)
    .or(z.literal(""))
    .nullish()
    .transform((reason) => reason || null),
  remark: optionalText(300),
});
export type CountedLine = z.output<typeof CountedLine>;

/**
 * The phone's own seal on what it kept: an ECDSA P-256 signature (r‖s, base64url) over `sealedBody`; its private key never
 * leaves the phone.
 */
export const DeviceSeal = z.object({
  id,
  publicKey: z.object({
    kty: z.literal("EC"),
    crv: z.literal("P-256"),
    x: z.string().max(60),
    y: z.string().max(60),
  }),
  signature: z.string().max(120),
});
export type DeviceSeal = z.output<typeof DeviceSeal>;

/** A receiver's confirmation. Lines left out were all there. */
export const ConfirmDelivery = z.object({
  code: labelCode,
  pin: z
    .string("required")
    .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{4}$/, "bad_pin")),
  name: requiredText(40),
  post: optionalText(40),
  /** By the receiver's own clock; the server's is kept beside it. */
  occurredAt,
  /** The last four digits of the site's telephone number: asked for once strangers have guessed PINs. */
  phoneEnd: z
    .string()
    .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
    .pipe(z.string().regex(/^(\d{4})?$/, "bad_phone_end"))
    .nullish()
    .transform((text) => text || null),
  /** Only what came is counted; the rest comes later and the delivery stays on the road. */
  part: z
    .union([z.boolean(), z.literal("on"), z.literal("")])
    .nullish()
    .transform((part) => part === true || part === "on"),
  /** In which language the words were that were agreed to. */
  locale: z
    .enum(locales)
    .nullish()
    .transform((locale) => locale ?? "zh-CN"),
  /** Strokes drawn on the glass: an SVG path within 600 × 200, whole numbers, M and L only. */
  signature: z
    .string()
    .max(40_000, "too_long")
    .regex(/^([ML]\d{1,3} \d{1,3} ?)*$/, "bad_signature")
    .nullish()
    .transform((path) => path?.trim() || null),
  device: DeviceSeal.nullish().transform((device) => device ?? null),
  lines: z.array(CountedLine).max(100, "too_many").default([]),
});
export type ConfirmDelivery = z.output<typeof ConfirmDelivery>;

/** How beneficiaries were chosen, where somebody says so. */
export const optionalBasis = z
  .enum(beneficiaryBases)
  .or(z.literal(""))
  .nullish()
  .transform((basis) => basis || null);

/** "Other" says nothing without words. */
export const basisIsSaid = (value: { basis: string | null; basisWords: string | null }): boolean =>
  value.basis !== "other" || value.basisWords !== null;
export const basisUnsaid = { path: ["basisWords"], error: "required" };

/**
 * Confirmed goods handed on to people: how many, never who. Lines left out were handed on whole. `groups`: how many of the
 * people belong to a group; they overlap.
 */
export const HandOverDelivery = z
  .object({
    deliveryId: id,
    households: smallWhole(0, 10_000_000),
    people: smallWhole(1, 10_000_000),
    handedOn: day,
    basis: optionalBasis,
    basisWords: optionalText(200),
    groups: z.partialRecord(z.enum(beneficiaryGroups), smallWhole(0, 10_000_000)).default({}),
    note: optionalText(500),
    lines: z
      .array(
        z.object({
          n: smallWhole(1, 100),
          quantity: counted,
        }),
      )
      .max(100, "too_many")
      .default([]),
  })
  .refine((value) => value.people >= value.households, {
    path: ["people"],
    error: "fewer_people_than_households",
  })
  .refine(basisIsSaid, basisUnsaid)
  .superRefine(({ groups, people }, context) => {
    for (const [group, many] of Object.entries(groups)) {
      if ((many ?? 0) > people) {
        context.addIssue({ code: "custom", message: "more_than_people", path: ["groups", group] });
      }
    }
  });
export type HandOverDelivery = z.output<typeof HandOverDelivery>;
