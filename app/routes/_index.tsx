import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { AsOfBar } from "#app/components/reports/as-of-bar.tsx";
import { DonorTable } from "#app/components/reports/donor-table.tsx";
import { GoodsFlow } from "#app/components/reports/goods-flow.tsx";
import { ItemTable } from "#app/components/reports/item-table.tsx";
import { LatestDeliveries } from "#app/components/reports/latest-deliveries.tsx";
import { Opening } from "#app/components/reports/opening.tsx";
import { OverTime } from "#app/components/reports/over-time.tsx";
import { Proof } from "#app/components/reports/proof.tsx";
import { publisherOf } from "#app/components/reports/publisher.ts";
import { TownshipTiles } from "#app/components/reports/township-tiles.tsx";
import { UnvaluedTable } from "#app/components/reports/unvalued-table.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { summaryOff } from "#app/domain/reports/summary-off.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { common, home } = messagesFor(localeOf(request));
  const [summary, actor] = await Promise.all([publicSummary(), actorOf(request)]);
  return { summary, signedIn: actor !== null, title: `${home.title} · ${common.product}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Home() {
  const { summary, signedIn } = useLoaderData<typeof loader>();
  return (
    <PublicLayout signedIn={signedIn} publisher={publisherOf(summary.publishers)}>
      <AsOfBar summary={summary} />
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
          <Proof entries={summary.entries} />
        </section>
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
