import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { PublicationTable } from "#app/components/publications/publication-table.tsx";
import { publisherOf } from "#app/components/reports/publisher.ts";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { publicationPath } from "#app/domain/publications/address.ts";
import { listPublications } from "#app/domain/publications/get.server.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const [rows, { publishers }, actor] = await Promise.all([
    listPublications(),
    publicSummary(),
    actorOf(request),
  ]);
  const title = pageTitle(request, ({ publications }) => publications.listTitle);
  return { rows, publishers, signedIn: actor !== null, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Publications() {
  const { rows, publishers, signedIn } = useLoaderData<typeof loader>();
  const { publications: words, reports } = useMessages();
  return (
    <PublicLayout signedIn={signedIn} publisher={publisherOf(publishers)}>
      <div className="wrap grid gap-5">
        <PageHead title={words.listTitle} note={words.listNote} />
        <PublicationTable
          ofMany
          rows={rows}
          hrefOf={({ code: organization, issue, version }) =>
            publicationPath({ organization, issue, version })
          }
        />
        <p className="text-desk text-ink-2">{reports.head.authority}</p>
      </div>
    </PublicLayout>
  );
}
