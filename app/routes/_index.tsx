import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { AsOfBar } from "#app/components/reports/as-of-bar.tsx";
import { DonorTable } from "#app/components/reports/donor-table.tsx";
import { GoodsFlow } from "#app/components/reports/goods-flow.tsx";
import { NeedsTable } from "#app/components/reports/needs-table.tsx";
import { ItemTable } from "#app/components/reports/item-table.tsx";
import { LatestDeliveries } from "#app/components/reports/latest-deliveries.tsx";
import { Opening } from "#app/components/reports/opening.tsx";
import { OverTime } from "#app/components/reports/over-time.tsx";
import { Proof } from "#app/components/reports/proof.tsx";
import { publisherOf } from "#app/components/reports/publisher.ts";
import { TownshipTiles } from "#app/components/reports/township-tiles.tsx";
import { UnvaluedTable } from "#app/components/reports/unvalued-table.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { donateJson } from "#app/domain/open-data/metadata.ts";
import { listPublications } from "#app/domain/publications/get.server.ts";
import { logHead } from "#app/domain/reports/log-head.server.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { localeOf } from "#app/session/locale.server.ts";
import { carriesSession } from "#app/session/session-cookie.server.ts";
import { settings } from "#app/settings.server.ts";

/**
 * The public home. The server keeps it ready for everybody (app/web/public-pages.ts), so it depends on nothing of a
 * visitor but the language and whether the browser carries a session.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const { common, home } = messagesFor(locale);
  const [summary, log, publications] = await Promise.all([publicSummary(), logHead(), listPublications()]);
  const site = settings().publicUrl;
  const title = `${home.title} · ${common.product}`;
  return {
    summary,
    log,
    issue: publications[0] ?? null,
    signedIn: carriesSession(request.headers.get("Cookie")),
    title,
    meta: [
      { title },
      { name: "description", content: home.lede("") },
      { property: "og:type", content: "website" },
      { property: "og:title", content: home.shareTitle },
      { property: "og:description", content: home.title },
      { property: "og:url", content: `${site}/` },
      { property: "og:image", content: `${site}/share/${locale === "en" ? "home-en" : "home"}.png` },
      { property: "og:image:width", content: "1200" },
      { property: "og:image:height", content: "630" },
      { name: "twitter:card", content: "summary_large_image" },
      { "script:ld+json": donateJson(summary, site) },
    ],
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...(data?.meta ?? []),
  { tagName: "link", rel: "alternate", type: "application/atom+xml", href: "/feed.xml" },
];

/** Without script: everything here is links, forms and pictures drawn on the server. */
export const handle = { plain: true };

export default function Home() {
  const { summary, signedIn, log, issue } = useLoaderData<typeof loader>();
  return (
    <PublicLayout signedIn={signedIn} publisher={publisherOf(summary.publishers)}>
      <AsOfBar summary={summary} issue={issue} />
      {summary.entries === 0 ? <JustOpened /> : <Opening summary={summary} />}
      <div className="wrap">
        {summaryOff(summary).holds && summary.entries > 0 && (
          <>
            <GoodsFlow summary={summary} />
            <OverTime timeline={summary.timeline} />
            <TownshipTiles townships={summary.townships} />
          </>
        )}
        <section className="two sec !mt-0">
          <LatestDeliveries summary={summary} />
          <Proof entries={summary.entries} log={log} />
        </section>
        {summary.entries > 0 && <NeedsTable needs={summary.needs} />}
        <ItemTable items={summary.items} />
        <DonorTable donors={summary.donors} />
        <UnvaluedTable unvalued={summary.unvalued} />
      </div>
    </PublicLayout>
  );
}

function JustOpened() {
  const { title, empty } = useMessages().home;
  return (
    <section className="opening">
      <div className="wrap">
        <h1>{title}</h1>
        <Empty title={empty.title}>{empty.text}</Empty>
      </div>
    </section>
  );
}
