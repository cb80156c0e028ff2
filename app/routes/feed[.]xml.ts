import { atomFeed } from "#app/domain/open-data/feed.ts";
import { listPublications } from "#app/domain/publications/get.server.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { settings } from "#app/settings.server.ts";

/** What was published and signed for last, for feed readers. In Chinese, as the reports are. */
export async function loader() {
  const [summary, publications] = await Promise.all([publicSummary(), listPublications()]);
  const feed = atomFeed(summary, publications, settings().publicUrl, messagesFor("zh-CN"));
  return new Response(feed, {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Cache-Control": "public, no-cache",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
