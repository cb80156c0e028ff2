import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Printer } from "lucide-react";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { PaperStops } from "#app/components/runs/paper-stops.tsx";
import { PassTable } from "#app/components/runs/pass-table.tsx";
import { RunFacts } from "#app/components/runs/run-facts.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getRun } from "#app/domain/runs/get.server.ts";
import { listPasses } from "#app/domain/runs/list-fleet.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const run = await found(request, getRun(actor, params.id ?? ""));
  const passes = await listPasses(actor);
  return {
    run,
    passes: passes.filter(({ vehicleId }) => vehicleId === run.vehicleId),
    now: new Date(),
    title: pageTitle(request, ({ runs }) => `${runs.paper.title} ${run.number}`),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** 派车单: what the driver carries, with the passes and a place to sign for each stop. */
export default function DispatchNote() {
  const { run, passes, now } = useLoaderData<typeof loader>();
  const { paper: words, detail, passes: passWords } = useMessages().runs;
  return (
    <>
      <PageHead
        title={`${words.title} ${run.number}`}
        note={run.organization}
        actions={
          <span className="no-print flex flex-wrap gap-2">
            <LinkButton href={`/desk/runs/${run.id}`}>{words.back}</LinkButton>
            <PrintButton icon={Printer}>{words.print}</PrintButton>
          </span>
        }
      />
      <Panel title={detail.facts} padded>
        <RunFacts run={run} />
      </Panel>
      <Panel title={detail.stops}>
        <PaperStops stops={run.stops} />
      </Panel>
      <Panel title={words.passes}>
        <PassTable rows={passes} now={now} empty={<Empty title={passWords.none} />} />
      </Panel>
      <Signatures />
    </>
  );
}

function Signatures() {
  const { paper: words } = useMessages().runs;
  return (
    <dl className="grid gap-4 py-4 desk:grid-cols-3">
      {[words.dispatcher, words.keeper, words.driver].map((post) => (
        <div key={post} className="border-t border-line-2 pt-1">
          <dt className="text-small text-ink-2">{post}</dt>
          <dd className="text-small text-ink-2">{words.date}</dd>
        </div>
      ))}
    </dl>
  );
}
