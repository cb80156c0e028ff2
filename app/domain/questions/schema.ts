import { z } from "zod";
import { id, reasonText, requiredText } from "../fields.ts";
import { parseTraceCode } from "../trace/code.ts";

/** Asked on the trace's own page: its code is the key. */
export const AskQuestion = z.object({
  code: z.string("required").transform((text, context) => {
    const verdict = parseTraceCode(text);
    if (verdict.ok) return verdict.code;
    context.addIssue({ code: "custom", message: "bad_code" });
    return z.NEVER;
  }),
  question: requiredText(500),
});
export type AskQuestion = z.output<typeof AskQuestion>;

export const AnswerQuestion = z.object({ questionId: id, answer: reasonText });
export type AnswerQuestion = z.output<typeof AnswerQuestion>;
