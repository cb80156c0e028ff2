import { data } from "@remix-run/node";
import type { submit } from "./submit.server.ts";

type Submitted<Result> = Awaited<ReturnType<typeof submit<never, Result>>>;

/** What an action with several forms answers: which form it was, and either the verb's result or what is wrong. */
export function answerTo<Intent extends string, Result>(intent: Intent, submitted: Submitted<Result>) {
  if (submitted.ok) return data({ intent, result: submitted.result, errors: undefined });
  const { data: errors, init } = submitted.answer;
  return data({ intent, result: undefined, errors }, init ?? undefined);
}
