import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { Link } from "#app/components/layout/router.ts";
import { DataTables } from "#app/components/open-data/data-tables.tsx";
import { DataWords } from "#app/components/open-data/data-words.tsx";
import { publisherOf } from "#app/components/reports/publisher.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Section } from "#app/components/ui/section.tsx";
import { datasetsJson } from "#app/domain/open-data/metadata.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { carriesSession } from "#app/session/session-cookie.server.ts";
import { settings } from "#app/settings.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const summary = await publicSummary();
  const { publicUrl, dataLicence } = settings();
  return {
    computedAt: summary.computedAt,
    publishers: summary.publishers,
    licence: dataLicence,
    site: publicUrl,
    datasets: datasetsJson(summary, publicUrl, dataLicence, messagesFor(localeOf(request))),
    signedIn: carriesSession(request.headers.get("Cookie")),
    title: pageTitle(request, ({ openData }) => openData.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  ...(data ? [{ "script:ld+json": data.datasets }] : []),
];

export const handle = { plain: true };

export default function OpenData() {
  const { computedAt, publishers, licence, site, signedIn } = useLoaderData<typeof loader>();
  const words = useMessages().openData;
  return (
    <PublicLayout signedIn={signedIn} publisher={publisherOf(publishers)}>
      <div className="wrap grid grid-cols-1 gap-5">
        <PageHead
          title={words.title}
          note={
            <>
              {words.asOf} <DateTime at={new Date(computedAt)} year />
            </>
          }
        />
        <p>{words.lede}</p>
        <p>
          {words.licence} <a href={licence.url}>{licence.name}</a>. {words.licenceNote}
        </p>
        <p>
          {words.stable} {words.inJson}
        </p>
        <DataTables />
        <DataWords />
        <Section title={words.also}>
          <ul className="grid grid-cols-1 gap-2">
            <li>
              <Link to="/feed.xml" reloadDocument>
                {words.feed}
              </Link>
            </li>
            <li>
              <Link to="/log/checkpoint" reloadDocument>
                {words.log}
              </Link>
            </li>
            <li>
              <Link to="/privacy">{words.privacy}</Link>
            </li>
            <li className="min-w-0">
              <Link to="/widget" reloadDocument>
                {words.widget}
              </Link>
              <p className="text-ink-2">{words.widgetNote}</p>
              <code className="block overflow-x-auto whitespace-pre border border-line bg-paper p-3 text-small">
                {`<iframe src="${site}/widget" title="${words.widgetTitle}" width="360" height="320" loading="lazy"></iframe>`}
              </code>
            </li>
          </ul>
        </Section>
      </div>
    </PublicLayout>
  );
}
