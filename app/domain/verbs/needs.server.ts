import { z } from "zod";
import { answerNeed } from "../needs/answer.server.ts";
import { askNeed } from "../needs/ask.server.ts";
import { closeNeed } from "../needs/close.server.ts";
import { matchNeed } from "../needs/match.server.ts";
import { recordNeed } from "../needs/record.server.ts";
import { AnswerNeed, AskNeed, CloseNeed, MatchNeed, RecordNeed, WithdrawNeed } from "../needs/schema.ts";
import { withdrawNeed } from "../needs/withdraw.server.ts";
import { editSite } from "../places/edit-site.server.ts";
import { ChangeContact, EditSite, ShareSite } from "../places/schema.ts";
import { shareSite } from "../places/share-site.server.ts";
import { unshareSite } from "../places/unshare-site.server.ts";
import { changeContact } from "../site-page/change-contact.server.ts";
import { anyone, member } from "../verb.ts";
import { made, numbered } from "./answers.ts";

/** Sites, their own pages, and what they ask for. */
export const needVerbs = [
  member({
    name: "site.edit",
    schema: EditSite,
    answer: made,
    summary: { "zh-CN": "修改接收点", en: "Edit a site" },
    run: editSite,
  }),
  member({
    name: "site.share",
    schema: ShareSite,
    answer: made.extend({ token: z.string() }),
    summary: { "zh-CN": "做接收点自己页面的链接", en: "Make or renew the link to a site's own page" },
    run: shareSite,
  }),
  member({
    name: "site.unshare",
    action: "site.share",
    schema: ShareSite,
    answer: made,
    summary: { "zh-CN": "停用接收点的链接", en: "Stop the link to a site's own page" },
    run: unshareSite,
  }),
  anyone({
    name: "site.change-contact",
    schema: ChangeContact,
    answer: z.object({ contactName: z.string() }),
    summary: { "zh-CN": "接收点换联系人：凭链接", en: "A site says whom to call, by its link" },
    run: changeContact,
  }),
  anyone({
    name: "need.ask",
    schema: AskNeed,
    answer: numbered,
    summary: { "zh-CN": "接收点提需求：凭链接", en: "A site asks for something, by its link" },
    run: askNeed,
  }),
  anyone({
    name: "need.withdraw",
    schema: WithdrawNeed,
    answer: numbered,
    summary: { "zh-CN": "接收点不要了：凭链接", en: "A site takes back what it asked for, by its link" },
    run: withdrawNeed,
  }),
  member({
    name: "need.record",
    schema: RecordNeed,
    answer: numbered,
    summary: { "zh-CN": "替接收点记需求", en: "Record what a site asks for" },
    run: recordNeed,
  }),
  member({
    name: "need.answer",
    schema: AnswerNeed,
    answer: numbered,
    summary: { "zh-CN": "答复需求", en: "Answer a need: what can come and when, or why not" },
    run: answerNeed,
  }),
  member({
    name: "need.match",
    action: "need.answer",
    schema: MatchNeed,
    answer: numbered,
    summary: { "zh-CN": "说明需求要的是哪种物资", en: "Say which item a need means" },
    run: matchNeed,
  }),
  member({
    name: "need.close",
    action: "need.answer",
    schema: CloseNeed,
    answer: numbered,
    summary: { "zh-CN": "结掉需求", en: "Close a need" },
    run: closeNeed,
  }),
] as const;
