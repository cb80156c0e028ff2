import type { Locale } from "#db/vocabulary";
import { readingMessages as english } from "./read/messages.en.ts";
import { readingMessages as chinese } from "./read/messages.zh-CN.ts";
import type { ProblemCode, Params } from "./read/reading.ts";

/** What is wrong with a row and what to do about it, in one line of the reader's language. */
export function problemText(locale: Locale): (problem: { code: ProblemCode; params: Params }) => string {
  const { problems } = locale === "en" ? english : chinese;
  const [comma, stop] = locale === "en" ? [". ", "."] : ["。", "。"];
  return ({ code, params }) => {
    const { what, todo } = problems[code](params);
    return todo ? `${what}${comma}${todo}${stop}` : `${what}${stop}`;
  };
}
