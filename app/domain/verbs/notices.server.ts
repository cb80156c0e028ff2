import { z } from "zod";
import { SetClockTarget } from "../clocks/schema.ts";
import { setClockTarget } from "../clocks/set-target.server.ts";
import { readNotices } from "../notices/read.server.ts";
import { ReadNotices, SetWebhook, TestWebhook } from "../notices/schema.ts";
import { setWebhook } from "../notices/set-webhook.server.ts";
import { testWebhook } from "../notices/test-webhook.server.ts";
import { member, user } from "../verb.ts";
import { made } from "./answers.ts";

/** What the desk is told, and when a step counts as late. */
export const noticeVerbs = [
  user({
    name: "notice.read",
    schema: ReadNotices,
    answer: z.object({ userId: z.uuid() }),
    summary: { "zh-CN": "提醒看过了", en: "Say that notices were seen" },
    run: readNotices,
  }),
  member({
    name: "organization.set-webhook",
    schema: SetWebhook,
    answer: made,
    summary: { "zh-CN": "把提醒发到群里", en: "Send notices on to a group chat, or stop it" },
    run: setWebhook,
  }),
  member({
    name: "organization.test-webhook",
    action: "organization.set-webhook",
    schema: TestWebhook,
    answer: made.extend({ failure: z.string().nullable() }),
    summary: { "zh-CN": "往群里发一条测试消息", en: "Send a test message to the group chat" },
    run: testWebhook,
  }),
  member({
    name: "clock.set-target",
    schema: SetClockTarget,
    answer: made,
    summary: { "zh-CN": "定一步给多少小时", en: "Set the hours that a step may take" },
    run: setClockTarget,
  }),
] as const;
