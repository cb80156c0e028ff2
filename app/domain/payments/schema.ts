import { z } from "zod";
import { paymentKinds } from "#db/vocabulary";
import { day, optionalId, optionalText, optionalYuan, requiredText, yuan } from "../fields.ts";

/** Money out of a fund: a purchase, with the quotes it was chosen from, or a grant. */
export const RecordPayment = z.object({
  organizationId: optionalId,
  kind: z.enum(paymentKinds, "required"),
  payee: requiredText(100),
  purpose: requiredText(200),
  amount: yuan,
  paidOn: day,
  /** Blank: out of the free fund. */
  restrictedTo: optionalText(100),
  townshipCode: z
    .string()
    .regex(/^(\d{9})?$/, "bad_township")
    .nullish()
    .transform((code) => code || null),
  quotes: z
    .array(optionalYuan)
    .max(10, "too_many")
    .default([])
    .transform((quotes) => quotes.filter((quote) => quote !== null)),
  choiceReason: optionalText(200),
});
export type RecordPayment = z.output<typeof RecordPayment>;
