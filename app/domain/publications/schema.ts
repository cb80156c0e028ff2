import { z } from "zod";
import { day, id, optionalId, reasonText } from "../fields.ts";

/** A report over whole days, both included, for a campaign or for everything. */
export const PublishReport = z
  .object({ periodFrom: day, periodTo: day, campaignId: optionalId })
  .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, {
    path: ["periodTo"],
    error: "date_before_start",
  });
export type PublishReport = z.output<typeof PublishReport>;

/** The next version of a report, over the same days, with what was wrong and why (更正说明, 民政部令第81号 art. 16). */
export const CorrectReport = z.object({ publicationId: id, correction: reasonText });
export type CorrectReport = z.output<typeof CorrectReport>;
