import { messagesFor } from "#app/i18n/messages.server.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { localeOf } from "./locale.server.ts";

/** A page's title in the reader's language, "人员 · 接力", for its loader to hand to `meta`. */
export function pageTitle(request: Request, words: (messages: Messages) => string): string {
  const messages = messagesFor(localeOf(request));
  return `${words(messages)} · ${messages.common.product}`;
}
