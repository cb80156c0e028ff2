import { z } from "zod";
import { caseDecisions } from "#db/vocabulary";
import { id, optionalCounted, optionalId, reasonText, requiredText } from "../fields.ts";
import { foundPlaces } from "./decision.ts";

/** What was said or found out about a case. */
export const NoteCase = z.object({ caseId: id, text: requiredText(1000) });
export type NoteCase = z.output<typeof NoteCase>;

/** Who is to settle a case; without `userId`, nobody any more. */
export const AssignCase = z.object({ caseId: id, userId: optionalId });
export type AssignCase = z.output<typeof AssignCase>;

/**
 * How a case ends and why. What was found says where; what was sent again names the delivery that took its place. With
 * `quantity` or `lot` only so many base units, or that source lot, are decided, and the rest becomes a case of its own.
 */
export const DecideCase = z
  .object({
    caseId: id,
    decision: z.enum(caseDecisions, "choose"),
    note: reasonText,
    foundAt: z
      .enum(foundPlaces)
      .or(z.literal(""))
      .nullish()
      .transform((place) => place || null),
    replacementId: optionalId,
    quantity: optionalCounted.refine((quantity) => quantity !== 0n, "not_positive"),
    lot: z
      .string()
      .regex(/^\d{0,18}$/, "bad_id")
      .nullish()
      .transform((asset) => (asset ? BigInt(asset) : null)),
  })
  .refine(({ decision, foundAt }) => decision !== "found" || foundAt !== null, {
    path: ["foundAt"],
    error: "choose",
  })
  .refine(({ decision, replacementId }) => decision !== "replaced" || replacementId !== null, {
    path: ["replacementId"],
    error: "choose",
  });
export type DecideCase = z.output<typeof DecideCase>;

export const CloseCase = z.object({ caseId: id });
export type CloseCase = z.output<typeof CloseCase>;
