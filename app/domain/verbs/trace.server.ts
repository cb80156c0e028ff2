import { z } from "zod";
import { answerQuestion } from "../questions/answer.server.ts";
import { askQuestion } from "../questions/ask.server.ts";
import { AnswerQuestion, AskQuestion } from "../questions/schema.ts";
import { ShareTrace } from "../trace/schema.ts";
import { shareTrace } from "../trace/share.server.ts";
import { unshareTrace } from "../trace/unshare.server.ts";
import { anyone, member, user } from "../verb.ts";
import { made } from "./answers.ts";

/** What a donor reads of a gift, and asks about it. */
export const traceVerbs = [
  member({
    name: "trace.share",
    schema: ShareTrace,
    answer: made.extend({ code: z.string() }),
    summary: {
      "zh-CN": "给一笔捐赠或意向做查询码，或换一个",
      en: "Give a gift or a promise its trace code, or another one",
    },
    run: shareTrace,
  }),
  member({
    name: "trace.unshare",
    action: "trace.share",
    schema: ShareTrace,
    answer: made,
    summary: { "zh-CN": "停用查询码", en: "Stop a trace code" },
    run: unshareTrace,
  }),
  anyone({
    name: "question.ask",
    schema: AskQuestion,
    answer: made.extend({ answerBy: z.string() }),
    summary: {
      "zh-CN": "捐赠人询问一笔捐赠：凭查询码",
      en: "A donor asks about a gift, by its trace code",
    },
    run: askQuestion,
  }),
  user({
    name: "question.answer",
    schema: AnswerQuestion,
    answer: made,
    summary: { "zh-CN": "答复捐赠人的询问", en: "Answer a donor's question" },
    run: answerQuestion,
  }),
] as const;
