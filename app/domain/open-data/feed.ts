import type { Messages } from "#app/i18n/messages.ts";
import type { PublicationRow } from "../publications/get.server.ts";
import { publicationPath } from "../publications/address.ts";
import { xmlText } from "../publications/files/xml.ts";
import { formatQuantity } from "../quantity.ts";
import type { PublicSummary } from "../reports/public-summary.ts";

interface Entry {
  id: string;
  title: string;
  at: Date;
  href: string;
  text: string;
}

const MOST_REPORTS = 20;

/**
 * An Atom feed (RFC 4287) of the reports published last and the deliveries signed for last, the newest first. `site` is
 * where it is read, without a slash at the end.
 */
export function atomFeed(
  summary: Pick<PublicSummary, "latest" | "publishers" | "computedAt">,
  publications: readonly PublicationRow[],
  site: string,
  words: Messages,
): string {
  const entries = [
    ...publications.slice(0, MOST_REPORTS).map((report) => reportEntry(report, site, words)),
    ...summary.latest.map((delivery) => deliveryEntry(delivery, site, words)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  const publisher = summary.publishers.map(({ name }) => name).join("、") || words.common.product;
  const updated = entries[0]?.at.toISOString() ?? summary.computedAt;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${xmlText(`${site}/feed.xml`)}</id>
<title>${xmlText(words.openData.feedTitle(publisher))}</title>
<updated>${updated}</updated>
<author><name>${xmlText(publisher)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(`${site}/feed.xml`)}"/>
<link rel="alternate" type="text/html" href="${xmlText(`${site}/`)}"/>
${entries.map(entryText).join("\n")}
</feed>
`;
}

function entryText({ id, title, at, href, text }: Entry): string {
  return `<entry><id>${xmlText(id)}</id><title>${xmlText(title)}</title><updated>${at.toISOString()}</updated><link rel="alternate" type="text/html" href="${xmlText(href)}"/><summary>${xmlText(text)}</summary></entry>`;
}

function reportEntry(report: PublicationRow, site: string, { openData: words }: Messages): Entry {
  const href =
    site + publicationPath({ organization: report.code, issue: report.issue, version: report.version });
  return {
    id: href,
    title: `${report.organization} · ${words.feedReport(report.issue, report.version)}`,
    at: report.publishedAt,
    href,
    text: words.feedReportText(report.periodFrom, report.periodTo),
  };
}

function deliveryEntry(delivery: PublicSummary["latest"][number], site: string, messages: Messages): Entry {
  const { openData: words, home } = messages;
  const href = `${site}/find?q=${encodeURIComponent(delivery.number)}`;
  const differences = delivery.lines.flatMap(({ short, damaged, unit }) => [
    ...(short > 0n ? [home.latest.short(formatQuantity(short, unit))] : []),
    ...(damaged > 0n ? [home.latest.damaged(formatQuantity(damaged, unit))] : []),
  ]);
  return {
    // A number alone is not unique across organizations; the moment makes it so.
    id: `${href}#${delivery.confirmedAt}`,
    title: words.feedDelivery(delivery.township, delivery.site),
    at: new Date(delivery.confirmedAt),
    href,
    text: [
      ...delivery.lines.map(({ item, quantity, unit }) =>
        words.feedLine(item, formatQuantity(quantity, unit)),
      ),
      ...differences.map((what) => words.feedDifference(what)),
    ].join("；"),
  };
}
