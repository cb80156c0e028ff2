import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Printer, Smartphone } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { RunActs, SecondLeg, StopAct } from "#app/components/runs/run-acts.tsx";
import { NextStop } from "#app/components/runs/next-stop.tsx";
import { RunFacts } from "#app/components/runs/run-facts.tsx";
import { RunTag } from "#app/components/runs/status-tag.tsx";
import { StopList } from "#app/components/runs/stop-list.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { may } from "#app/domain/permissions.ts";
import { getRun } from "#app/domain/runs/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { actOnRun } from "#app/session/run-acts.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const run = await found(request, getRun(actor, params.id ?? ""));
  return {
    run,
    can: {
      leave: may(actor, "delivery.dispatch"),
      drive: may(actor, "run.drive"),
      plan: may(actor, "run.plan"),
    },
    requestId: uuidv7(),
    title: pageTitle(request, ({ runs }) => runs.detail.title(run.number)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await actOnRun(request, await request.formData(), params.id ?? "");
  if (!done.ok) return done.answer;
  throw redirect(`/desk/runs/${params.id}?done=${done.said}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RunPage() {
  const { run, can, requestId } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().runs;
  const acting = { run, can, requestId };
  const refused = useActionData<typeof action>() !== undefined;
  return (
    <>
      <PageHead
        title={words.title(run.number)}
        note={<RunTag status={run.status} />}
        actions={
          run.status !== "cancelled" && (
            <>
              {can.drive && run.status !== "done" && (
                <LinkButton href={`/desk/runs/${run.id}/drive`} icon={Smartphone}>
                  {words.drive}
                </LinkButton>
              )}
              <LinkButton href={`/desk/runs/${run.id}/paper`} icon={Printer}>
                {words.print}
              </LinkButton>
            </>
          )
        }
      />
      <Outcome />
      <NextStop run={run} mayDrive={can.drive} requestId={requestId} />
      {run.delayMinutes > 0 && <Note tone="warn">{words.late(run.delayMinutes)}</Note>}
      <div className="cols">
        <Panel title={words.stops}>
          <StopList run={run} act={(stop) => <StopAct {...acting} stop={stop} />} />
        </Panel>
        <div className="stack">
          <RunActs {...acting} refused={refused} />
          <div className="flex flex-wrap gap-2">
            <SecondLeg run={run} can={can} />
            {can.plan && run.status === "planned" && (
              <LinkButton tone="danger" href={`/desk/runs/${run.id}/cancel`}>
                {words.cancel}
              </LinkButton>
            )}
          </div>
          <Panel title={words.facts} padded>
            <RunFacts run={run} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Outcome() {
  const { runs, fields } = useMessages();
  const { detail: words } = runs;
  const errors = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  if (errors) {
    return (
      <Note tone="bad" live>
        {errors.form ?? Object.values(errors.fields).map((key) => fields[key as keyof typeof fields])}
      </Note>
    );
  }
  const said = new Map([
    ["planned", words.planned],
    ["left", words.left],
    ["arrived", words.arrived],
    ["handed-on", words.handedOnDone],
    ["finished", words.finished],
    ["cancelled", words.cancelled],
  ]).get(done ?? "");
  if (!said) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
