import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ArrowLeft, Printer } from "lucide-react";
import { LossReport } from "#app/components/cases/loss-report.tsx";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { getCase } from "#app/domain/cases/get.server.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found as orNotFound } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await orNotFound(request, getCase(actor, params.id ?? ""));
  return {
    found,
    today: todayInShanghai(),
    title: pageTitle(request, ({ cases }) => cases.report.of(found.number)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LossReportPage() {
  const { found, today } = useLoaderData<typeof loader>();
  const { report: words } = useMessages().cases;
  const isLoss = found.lots.length > 0;
  return (
    <>
      <PageHead
        title={words.title}
        actions={
          <span className="no-print">
            <LinkButton href={`/desk/cases/${found.id}`} icon={ArrowLeft} tone="quiet">
              {words.back}
            </LinkButton>{" "}
            {isLoss && <PrintButton icon={Printer}>{words.print}</PrintButton>}
          </span>
        }
      />
      {isLoss ? (
        <LossReport found={found} today={today} />
      ) : (
        <Empty title={words.nothing}>{words.nothingHow}</Empty>
      )}
    </>
  );
}
