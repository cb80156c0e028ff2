import type { Locale } from "#db/vocabulary";
import { english } from "./en/messages.ts";
import type { Messages } from "./messages.ts";
import { chinese } from "./zh-CN/messages.ts";

/** The texts of one language, for rendering and for sentences made on the server. */
export function messagesFor(locale: Locale): Messages {
  return locale === "en" ? english : chinese;
}
