import { z } from "zod";
import { parseCode } from "./code.ts";
import { startOfDay } from "./dates.ts";
import { parseYuan } from "./money.ts";
import { parseQuantity } from "./quantity.ts";

/**
 * The kinds of field that verbs take, shared by form, API and offline queue. A message is a key of the dictionary
 * `fields`, never a sentence.
 */

export const id = z.uuid("bad_id");

export const requiredText = (longest = 100) =>
  z.string("required").trim().min(1, "required").max(longest, "too_long");

/** Blank reads as null. */
export const optionalText = (longest = 200) =>
  z
    .string()
    .trim()
    .max(longest, "too_long")
    .nullish()
    .transform((text) => text || null);

export const reasonText = requiredText(500);

/** Blank reads as null, so that an empty choice in a form is no choice. */
export const optionalId = z
  .union([id, z.literal("")], "bad_id")
  .nullish()
  .transform((text) => text || null);

function isDay(text: string): boolean {
  try {
    startOfDay(text);
    return true;
  } catch {
    return false;
  }
}

/** A civil date in Shanghai, "2022-03-14". */
export const day = z.string("required").trim().min(1, "required").refine(isDay, "bad_date");

export const optionalDay = z
  .string()
  .trim()
  .refine((text) => text === "" || isDay(text), "bad_date")
  .nullish()
  .transform((text) => text || null);

/** Yuan as typed ("1,250.00", "12.5万元") to fen; the reason it cannot be read is the message. */
const yuanText = (allowZero: boolean) =>
  z.string("required").transform((text, context) => {
    const verdict = parseYuan(text);
    if (verdict.ok && (allowZero || verdict.fen > 0n)) return verdict.fen;
    const message =
      verdict.ok || verdict.reason === "negative" ? "not_positive" : yuanMessages[verdict.reason];
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const yuanMessages = {
  empty: "required",
  not_a_number: "bad_amount",
  too_precise: "too_precise",
  too_large: "too_large",
} as const;

/** An amount above zero: yuan in, fen out. */
export const yuan = yuanText(false);

/** Blank reads as null. */
export const optionalYuan = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(yuanText(true).nullable());

const wholeText = (smallest: bigint) =>
  z
    .union([z.string(), z.number(), z.bigint()], "required")
    .transform((value) => `${value}`)
    .transform((text, context) => {
      const verdict = parseQuantity(text);
      if (verdict.ok && verdict.quantity >= smallest) return verdict.quantity;
      const tooSmall = smallest > 0n ? "not_positive" : "negative";
      const message =
        verdict.ok || verdict.reason === "negative" ? tooSmall : quantityMessages[verdict.reason];
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });

const quantityMessages = {
  empty: "required",
  not_a_number: "not_a_number",
  fraction: "not_whole",
  too_large: "too_large",
} as const;

/** A whole number above zero, of base units or of packs. */
export const quantity = wholeText(1n);

/** A whole number small enough for a JSON number: boxes, households, a line's number. */
export const smallWhole = (smallest: number, largest: number) =>
  wholeText(BigInt(smallest)).transform((number, context) => {
    if (number <= BigInt(largest)) return Number(number);
    context.addIssue({ code: "custom", message: "too_large" });
    return z.NEVER;
  });

/** A whole number, zero included: what was counted. */
export const counted = wholeText(0n);

/** Blank reads as null. */
export const optionalCounted = z
  .union([z.string(), z.number(), z.bigint()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === "" ? null : value))
  .pipe(counted.nullable());

/** How many base units a pack holds; blank, or one, means loose pieces and reads as null. */
export const optionalPackSize = optionalCounted.transform((size) =>
  size !== null && size > 1n ? size : null,
);

/** The nine characters of a label, forgiving about case, spaces and look-alikes. */
export const labelCode = z.string("required").transform((text, context) => {
  const verdict = parseCode(text);
  if (verdict.ok) return verdict.code;
  context.addIssue({ code: "custom", message: "bad_code" });
  return z.NEVER;
});

/** When it happened by the asker's own clock, with its offset; the server's is kept beside it. */
export const occurredAt = z.iso
  .datetime({ offset: true, error: "bad_date" })
  .nullish()
  .transform((text) => text ?? null);

/**
 * An instant: ISO with its offset, or as a browser's own picker sends it, "2022-04-03T09:30", which is Shanghai time.
 * Reads as ISO in UTC.
 */
export const instant = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text, context) => {
    const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text);
    const at = new Date(local ? `${text}+08:00` : text);
    const isDate = /^\d{4}-\d\d-\d\dT/.test(text) && isDay(text.slice(0, 10));
    if (isDate && !Number.isNaN(at.getTime())) return at.toISOString();
    context.addIssue({ code: "custom", message: "bad_date" });
    return z.NEVER;
  });

/** A time of day in Shanghai, "08:30". Blank reads as null. */
export const optionalTime = z
  .string()
  .trim()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:00)?)?$/, "bad_time")
  .nullish()
  .transform((text) => text?.slice(0, 5) || null);
