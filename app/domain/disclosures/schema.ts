import { z } from "zod";
import { campaignKinds } from "#db/vocabulary";
import { day, id, optionalDay, reasonText, requiredText } from "../fields.ts";

const ticked = z
  .union([z.boolean(), z.enum(["true", ""])])
  .nullish()
  .transform((value) => value === true || value === "true");

const ofCampaign = {
  name: requiredText(80),
  startsOn: day,
  /** In the emergency stage of a major event, when the short clocks run (慈善法 art. 72–73). */
  emergency: ticked,
  emergencyEndsOn: optionalDay,
};

/** 公募活动 or 慈善项目, whose clocks run from its first day. */
export const AddCampaign = z.object({ kind: z.enum(campaignKinds, "required"), ...ofCampaign });
export type AddCampaign = z.output<typeof AddCampaign>;

export const EditCampaign = z.object({ campaignId: id, ...ofCampaign });
export type EditCampaign = z.output<typeof EditCampaign>;

/** 备案编号 and the day it was filed. */
export const FileCampaign = z.object({ campaignId: id, filingNumber: requiredText(60), filedOn: day });
export type FileCampaign = z.output<typeof FileCampaign>;

export const EndCampaign = z.object({ campaignId: id, endsOn: day, surplus: ticked });
export type EndCampaign = z.output<typeof EndCampaign>;

/** Done by hand, because it was published or filed elsewhere: where and how. */
export const SatisfyDeadline = z.object({ deadlineId: id, satisfiedOn: day, note: reasonText });
export type SatisfyDeadline = z.output<typeof SatisfyDeadline>;

/** A day that the calendar does not know or has wrong, with the notice it stands in. */
export const SetCalendarDay = z.object({
  day,
  workday: z.enum(["true", "false"], "required").transform((text) => text === "true"),
  source: requiredText(120),
});
export type SetCalendarDay = z.output<typeof SetCalendarDay>;
