import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Truck } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { ClockSteps, WaitingFor } from "#app/components/clocks/clock-steps.tsx";
import { NeedDeliveries, NeedFacts, NeedLines } from "#app/components/needs/need-facts.tsx";
import { AnswerForm, CloseForm } from "#app/components/needs/need-forms.tsx";
import { NeedTag, UrgencyTag } from "#app/components/needs/need-words.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { answerNeed } from "#app/domain/needs/answer.server.ts";
import { closeNeed } from "#app/domain/needs/close.server.ts";
import { getNeed } from "#app/domain/needs/get.server.ts";
import { AnswerNeed, CloseNeed } from "#app/domain/needs/schema.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const now = new Date();
  const need = await found(request, getNeed(actor, params.id ?? "", now));
  const isOpen = need.status === "asked" || need.status === "accepted";
  return {
    need,
    now,
    can: {
      answer: isOpen && may(actor, "need.answer"),
      deliver: isOpen && may(actor, "delivery.create"),
    },
    requestId: uuidv7(),
    title: pageTitle(request, ({ needs }) => needs.detail.title(need.number)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "need.answer");
  const form = await request.formData();
  form.set("needId", params.id ?? "");
  const isClose = form.get("intent") === "close";
  const submitted = isClose
    ? await submit(request, CloseNeed, (id, input) => closeNeed(actor, id, input), form)
    : await submit(request, AnswerNeed, (id, input) => answerNeed(actor, id, input), form);
  if (submitted.ok) throw redirect(`/desk/needs/${params.id}?done=${isClose ? "closed" : "answered"}`);
  return data({ ...submitted.answer.data, isClose }, submitted.answer.init ?? undefined);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NeedPage() {
  const { need, now, can, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useMessages().needs;
  const { detail } = words;
  const isOpen = need.status === "asked" || need.status === "accepted";
  return (
    <>
      <PageHead
        title={detail.title(need.number)}
        note={
          <>
            <NeedTag status={need.status} /> {isOpen && <UrgencyTag urgency={need.urgency} />}
          </>
        }
        actions={
          can.deliver && (
            <LinkButton
              href={`/desk/deliveries/new?site=${need.siteId}&need=${need.id}`}
              icon={Truck}
              tone="primary"
            >
              {detail.deliver}
            </LinkButton>
          )
        }
      />
      <Outcome />
      <div className="grid gap-2">
        <ClockSteps clock={need.clock} now={now} />
        <WaitingFor clock={need.clock} />
      </div>
      <div className="cols">
        <div className="stack">
          <Panel title={detail.what}>
            <NeedLines lines={need.lines} />
          </Panel>
          <Panel title={detail.deliveries} padded>
            <NeedDeliveries deliveries={need.deliveries} />
          </Panel>
        </div>
        <div className="stack">
          <Panel title={detail.site} padded>
            <NeedFacts need={need} />
          </Panel>
          {can.answer && (
            <>
              <Panel title={words.answerForm.title} padded>
                <AnswerForm
                  need={need}
                  errors={answer?.isClose === false ? answer : undefined}
                  requestId={requestId}
                />
              </Panel>
              <Panel title={words.closeForm.title} padded>
                <CloseForm
                  need={need}
                  errors={answer?.isClose === true ? answer : undefined}
                  requestId={requestId}
                />
              </Panel>
            </>
          )}
        </div>
      </div>
    </>
  );
}

function Outcome() {
  const { done: words } = useMessages().needs;
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const said = new Map([
    ["asked", words.asked],
    ["answered", words.answered],
    ["closed", words.closed],
  ]).get(done ?? "");
  if (said === undefined || answer !== undefined) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
