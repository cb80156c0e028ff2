import type { DifferenceReason } from "#db/vocabulary";

/** What one person says arrived of a line. Base units as text, since a report is kept as JSON. */
export type ReportedLine = {
  n: number;
  good: string;
  short: string;
  damaged: string;
  extra: string;
  reason: DifferenceReason | null;
  remark: string | null;
};

/**
 * What one person says arrived of a delivery. `at` is an ISO instant. `request` is the id of the request that said it, by
 * which photos that come later find their case; the first report, which has a receipt, does without.
 */
export type Report = {
  by: string;
  post: string | null;
  at: string;
  lines: ReportedLine[];
  request?: string;
};

/** Of a case `second_report`: who signed, and who counted differently afterwards. */
export type TwoReports = { first: Report; second: Report };

/** Whether two people counted the same; why something is missing may be told in different words. */
export function sameCounts(one: Report, other: Report): boolean {
  return countsOf(one) === countsOf(other);
}

const countsOf = ({ lines }: Report): string =>
  [...lines]
    .sort((a, b) => a.n - b.n)
    .map(({ n, good, short, damaged, extra }) => [n, good, short, damaged, extra].join("/"))
    .join(" ");
