import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Printer } from "lucide-react";
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
import { arriveRun } from "#app/domain/runs/arrive.server.ts";
import { finishRun } from "#app/domain/runs/finish.server.ts";
import { getRun } from "#app/domain/runs/get.server.ts";
import { handOnBox } from "#app/domain/runs/hand-on.server.ts";
import { leaveRun } from "#app/domain/runs/leave.server.ts";
import { ArriveRun, FinishRun, HandOnBox, LeaveRun } from "#app/domain/runs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

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
  const form = await request.formData();
  form.set("runId", params.id ?? "");
  const done = await act(request, form);
  if (!done.submitted.ok) return done.submitted.answer;
  throw redirect(`/desk/runs/${params.id}?done=${done.said}`);
}

async function act(request: Request, form: FormData) {
  switch (form.get("intent")) {
    case "leave": {
      const actor = await requireAction(request, "delivery.dispatch");
      const leave = (id: string, input: LeaveRun) => leaveRun(actor, id, input);
      return { said: "left", submitted: await submit(request, LeaveRun, leave, form) };
    }
    case "finish": {
      const actor = await requireAction(request, "run.drive");
      const finish = (id: string, input: FinishRun) => finishRun(actor, id, input);
      return { said: "finished", submitted: await submit(request, FinishRun, finish, form) };
    }
    case "hand-on": {
      const actor = await requireAction(request, "run.drive");
      const handOn = (id: string, input: HandOnBox) => handOnBox(actor, id, input);
      return { said: "handed-on", submitted: await submit(request, HandOnBox, handOn, form) };
    }
    default: {
      const actor = await requireAction(request, "run.drive");
      const arrive = (id: string, input: ArriveRun) => arriveRun(actor, id, input);
      return { said: "arrived", submitted: await submit(request, ArriveRun, arrive, form) };
    }
  }
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
            <LinkButton href={`/desk/runs/${run.id}/paper`} icon={Printer}>
              {words.print}
            </LinkButton>
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
