import { Download } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { publisherOf } from "#app/components/reports/publisher.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { reportNames } from "#app/domain/reports/report-head.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { common, reports } = messagesFor(localeOf(request));
  const [{ publishers }, actor] = await Promise.all([publicSummary(), actorOf(request)]);
  return { publishers, signedIn: actor !== null, title: `${reports.title} · ${common.product}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Reports() {
  const { publishers, signedIn } = useLoaderData<typeof loader>();
  const words = useMessages().reports;
  return (
    <PublicLayout signedIn={signedIn} publisher={publisherOf(publishers)}>
      <div className="wrap grid gap-5">
        <PageHead title={words.title} note={words.lede} />
        {reportNames.map((name) => (
          <section key={name} className="sheet grid gap-2">
            <h2>{words.tables[name]}</h2>
            <p>{words.about[name]}</p>
            <p className="mt-2 flex flex-wrap gap-2.5">
              <LinkButton href={`/reports/${name}`} tone="primary">
                {words.open}
              </LinkButton>
              {(["xlsx", "csv"] as const).map((format) => (
                <LinkButton key={format} href={`/reports/${name}.${format}`} icon={Download} download>
                  {words.download[format]}
                </LinkButton>
              ))}
            </p>
          </section>
        ))}
        <p className="text-desk text-ink-2">{words.head.authority}</p>
      </div>
    </PublicLayout>
  );
}
