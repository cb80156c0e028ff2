import type { Locale } from "#db/vocabulary";
import { formatDateTime } from "../dates.ts";
import { DomainError } from "../errors.ts";
import { readingMessages as english } from "./read/messages.en.ts";
import { readingMessages as chinese } from "./read/messages.zh-CN.ts";
import { REFUSAL_CODES } from "./read/refusal.ts";

/** A refusal of an upload whose particulars are codes, with particulars that a reader understands. */
export function readable(error: unknown, locale: Locale): unknown {
  if (!(error instanceof DomainError)) return error;
  if (isUnreadable(error)) {
    const { code, detail } = error.params;
    const known = REFUSAL_CODES.find((one) => one === code);
    if (known === undefined) return error;
    const params: Record<string, string | number> = JSON.parse(detail || "{}");
    const { what, todo } = (locale === "en" ? english : chinese).refusals[known](params);
    const sentence =
      locale === "en" ? [what, todo].filter(Boolean).join(". ") : [what, todo].filter(Boolean).join("，");
    return new DomainError("unreadable_workbook", { code, detail: sentence });
  }
  if (isImported(error) && error.params.at !== "") {
    const at = formatDateTime(new Date(error.params.at), locale);
    return new DomainError("already_imported", { ...error.params, at });
  }
  return error;
}

const isUnreadable = (error: DomainError): error is DomainError<"unreadable_workbook"> =>
  error.code === "unreadable_workbook";
const isImported = (error: DomainError): error is DomainError<"already_imported"> =>
  error.code === "already_imported";
