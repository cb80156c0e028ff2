import type { Locale } from "#db/vocabulary";
import { messagesFor } from "#app/i18n/messages.server.ts";
import type { ReportFilter } from "./filter.ts";
import { publicSummary } from "./public-summary.server.ts";
import { reportHead, type ReportName } from "./report-head.ts";
import { listTownships } from "../places/list-townships.server.ts";

/** What stands around a public table: its head in the reader's language, who publishes it, and the townships to filter by. */
export async function reportFrame(name: ReportName, filter: ReportFilter, locale: Locale) {
  const [summary, townships] = await Promise.all([publicSummary(), listTownships()]);
  const township = townships.find(({ code }) => code === filter.township)?.name ?? null;
  const words = messagesFor(locale).reports;
  return {
    head: reportHead(name, filter, township, summary, new Date(), words, locale),
    publishers: summary.publishers,
    townships,
  };
}
