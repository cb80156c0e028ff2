import type { Locale } from "#db/vocabulary";
import type { Dictionary } from "./dictionary.ts";
import type { chinese } from "./zh-CN/messages.ts";

/** Every text of the product in one language, by noun. zh-CN is the source: a new noun is added there and in en. */
export type Messages = Dictionary<typeof chinese>;

/** Loads one language in the browser, so that a page carries only its own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === "en") return (await import("./en/messages.ts")).english;
  return (await import("./zh-CN/messages.ts")).chinese;
}
