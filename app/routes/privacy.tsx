import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { WhoSees } from "#app/components/privacy/who-sees.tsx";
import { publisherOf } from "#app/components/reports/publisher.ts";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Section } from "#app/components/ui/section.tsx";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/session/page-title.server.ts";
import { carriesSession } from "#app/session/session-cookie.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { publishers } = await publicSummary();
  return {
    publishers,
    signedIn: carriesSession(request.headers.get("Cookie")),
    title: pageTitle(request, ({ privacy }) => privacy.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const handle = { plain: true };

export default function Privacy() {
  const { publishers, signedIn } = useLoaderData<typeof loader>();
  const words = useMessages().privacy;
  const publisher = publisherOf(publishers);
  return (
    <PublicLayout signedIn={signedIn} publisher={publisher}>
      <div className="wrap grid grid-cols-1 gap-5">
        <PageHead title={words.title} />
        <p>{words.lede}</p>
        <WhoSees />
        <p className="text-desk text-ink-2">
          {words.linkNote} {words.generated}
        </p>
        <Section title={words.how}>
          <ol className="grid list-decimal gap-2 pl-5">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Section>
        <p>{publisher?.hotline ? words.ask(publisher.hotline) : words.askNoPhone}</p>
      </div>
    </PublicLayout>
  );
}
