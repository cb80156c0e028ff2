import { z } from "zod";
import {
  id,
  optionalDay,
  optionalId,
  optionalText,
  quantity,
  reasonText,
  requiredText,
  smallWhole,
} from "../fields.ts";
import { siteToken } from "../places/schema.ts";

/** One thing in the site's own words; it is looked up in the catalogue when it is written. */
const Wish = z.object({ wish: requiredText(60), quantity, unit: requiredText(10) });
export type Wish = z.output<typeof Wish>;

const asked = {
  lines: z.array(Wish).min(1, "lines_missing").max(20, "too_many"),
  /** How many people it is for. */
  people: z
    .literal("")
    .transform(() => null)
    .or(smallWhole(1, 1_000_000))
    .nullish()
    .transform((people) => people ?? null),
  neededBy: optionalDay,
  note: optionalText(500),
  /** Who asks, by post rather than by name. */
  askedBy: optionalText(40),
};

/** Asked on the site's own page: the link is the key. */
export const AskNeed = z.object({ token: siteToken, ...asked });
export type AskNeed = z.output<typeof AskNeed>;

/** Recorded at the desk for a site that called. */
export const RecordNeed = z.object({ siteId: id, ...asked });
export type RecordNeed = z.output<typeof RecordNeed>;

/** What can come and when, or why nothing can. */
export const AnswerNeed = z.object({
  needId: id,
  decision: z.enum(["accept", "decline"], "choose"),
  answer: reasonText,
});
export type AnswerNeed = z.output<typeof AnswerNeed>;

/** The site takes it back on its own page, and may say why. */
export const WithdrawNeed = z.object({ token: siteToken, needId: id, reason: optionalText(200) });
export type WithdrawNeed = z.output<typeof WithdrawNeed>;

/** Seen to without a delivery of its own, or no longer wanted; the site reads why. */
export const CloseNeed = z.object({
  needId: id,
  as: z.enum(["met", "withdrawn"], "choose"),
  reason: reasonText,
});
export type CloseNeed = z.output<typeof CloseNeed>;

/** Which item of the catalogue a line means; null: none. */
export const MatchNeed = z.object({ needId: id, line: smallWhole(1, 20), itemId: optionalId });
export type MatchNeed = z.output<typeof MatchNeed>;
