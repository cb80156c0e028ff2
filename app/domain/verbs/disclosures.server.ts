import { z } from "zod";
import { addCampaign } from "../disclosures/add-campaign.server.ts";
import { editCampaign } from "../disclosures/edit-campaign.server.ts";
import { endCampaign } from "../disclosures/end-campaign.server.ts";
import { fileCampaign } from "../disclosures/file-campaign.server.ts";
import { satisfyDeadline } from "../disclosures/satisfy-deadline.server.ts";
import {
  AddCampaign,
  EditCampaign,
  EndCampaign,
  FileCampaign,
  SatisfyDeadline,
  SetCalendarDay,
} from "../disclosures/schema.ts";
import { correctReport } from "../publications/correct.server.ts";
import { publishReport } from "../publications/publish.server.ts";
import { CorrectReport, PublishReport } from "../publications/schema.ts";
import { setCalendarDay } from "../disclosures/set-calendar-day.server.ts";
import { member, user } from "../verb.ts";
import { made } from "./answers.ts";

const edition = made.extend({ issue: z.int(), version: z.int() });

export const disclosureVerbs = [
  member({
    name: "campaign.add",
    action: "campaign.edit",
    schema: AddCampaign,
    answer: made,
    summary: {
      "zh-CN": "登记一场募捐或一个项目，开始计期限",
      en: "Register a campaign or project and start its clocks",
    },
    run: addCampaign,
  }),
  member({
    name: "campaign.edit",
    schema: EditCampaign,
    answer: made,
    summary: {
      "zh-CN": "改募捐或项目的名称、起始日、应急阶段",
      en: "Change a campaign's name, first day or emergency stage",
    },
    run: editCampaign,
  }),
  member({
    name: "campaign.file",
    action: "campaign.edit",
    schema: FileCampaign,
    answer: made,
    summary: { "zh-CN": "记下募捐方案的备案编号", en: "Record that the fundraising plan was filed" },
    run: fileCampaign,
  }),
  member({
    name: "campaign.end",
    action: "campaign.edit",
    schema: EndCampaign,
    answer: made,
    summary: { "zh-CN": "结束一场募捐或一个项目", en: "End a campaign or project" },
    run: endCampaign,
  }),
  member({
    name: "deadline.satisfy",
    action: "campaign.edit",
    schema: SatisfyDeadline,
    answer: made,
    summary: { "zh-CN": "记下一项期限已在别处完成", en: "Mark a deadline as met elsewhere" },
    run: satisfyDeadline,
  }),
  member({
    name: "calendar.set-day",
    schema: SetCalendarDay,
    answer: z.object({ day: z.string() }),
    summary: { "zh-CN": "登记放假或调休上班的一天", en: "Say whether people work on a day" },
    run: setCalendarDay,
  }),
  user({
    name: "publication.publish",
    schema: PublishReport,
    answer: edition,
    summary: { "zh-CN": "公开下一期公示", en: "Publish the next report" },
    run: (actor, requestId, input) => publishReport(actor, requestId, input),
  }),
  user({
    name: "publication.correct",
    action: "publication.publish",
    schema: CorrectReport,
    answer: edition,
    summary: { "zh-CN": "出一期公示的更正版", en: "Publish a corrected version of a report" },
    run: (actor, requestId, input) => correctReport(actor, requestId, input),
  }),
] as const;
