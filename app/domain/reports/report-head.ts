import type { Locale } from "#db/vocabulary";
import { fullMoment, type ReportWords } from "./column.ts";
import type { ReportFilter } from "./filter.ts";
import type { PublicSummary } from "./public-summary.ts";

export const reportNames = ["receipts", "distributions", "balance"] as const;
export type ReportName = (typeof reportNames)[number];

export interface ReportHead {
  title: string;
  responses: string;
  /** Label and what it says, as the table's head prints them. */
  facts: { label: string; text: string }[];
  authority: string;
}

/** The head of an official table: whose, for which period, as of when, in which units. */
export function reportHead(
  name: ReportName,
  filter: ReportFilter,
  township: string | null,
  books: Pick<PublicSummary, "publishers" | "responses">,
  now: Date,
  words: ReportWords,
  locale: Locale,
): ReportHead {
  const { head } = words;
  const facts = [
    {
      label: head.organizations,
      text:
        list(
          books.publishers.map((one) => one.name),
          locale,
        ) || head.none,
    },
    {
      label: head.uscc,
      text: list(
        books.publishers.flatMap(({ uscc }) => uscc ?? []),
        locale,
      ),
    },
    { label: head.period, text: periodOf(filter, words) },
    { label: head.township, text: township ?? "" },
    { label: head.asOf, text: fullMoment(now) },
    { label: head.madeAt, text: fullMoment(now) },
    { label: head.unit, text: head.units },
    {
      label: head.hotline,
      text: list(
        books.publishers.flatMap(({ hotline }) => hotline ?? []),
        locale,
      ),
    },
  ];
  return {
    title: words.tables[name],
    responses: list(
      books.responses.map((one) => (locale === "en" ? one.nameEn : one.name)),
      locale,
    ),
    facts: facts.filter(({ text }) => text !== ""),
    authority: head.authority,
  };
}

const list = (texts: readonly string[], locale: Locale): string =>
  [...new Set(texts)].join(locale === "en" ? ", " : "、");

function periodOf({ from, to }: ReportFilter, { head }: ReportWords): string {
  if (from && to) return head.periodFromTo(from, to);
  if (from) return head.periodFrom(from);
  return to ? head.periodTo(to) : head.wholePeriod;
}
