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
import { AnswerForm, CloseForm, MatchForm } from "#app/components/needs/need-forms.tsx";
import { NeedTag, UrgencyTag } from "#app/components/needs/need-words.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listItemChoices } from "#app/domain/items/list-choices.server.ts";
import { answerNeed } from "#app/domain/needs/answer.server.ts";
import { closeNeed } from "#app/domain/needs/close.server.ts";
import { getNeed } from "#app/domain/needs/get.server.ts";
import { matchNeed } from "#app/domain/needs/match.server.ts";
import { AnswerNeed, CloseNeed, MatchNeed } from "#app/domain/needs/schema.ts";
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
  const mayAnswer = isOpen && may(actor, "need.answer");
  return {
    need,
    now,
    choices: mayAnswer ? await listItemChoices(actor, actor.organizationId) : [],
    can: {
      answer: mayAnswer,
      deliver: isOpen && may(actor, "delivery.create"),
    },
    requestId: uuidv7(),
    title: pageTitle(request, ({ needs }) => needs.detail.title(need.number)),
  };
}

const intents = ["answer", "close", "match"] as const;
type Intent = (typeof intents)[number];

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "need.answer");
  const form = await request.formData();
  form.set("needId", params.id ?? "");
  const intent = intents.find((each) => each === form.get("intent")) ?? "answer";
  const acts = {
    answer: () => submit(request, AnswerNeed, (id, input) => answerNeed(actor, id, input), form),
    close: () => submit(request, CloseNeed, (id, input) => closeNeed(actor, id, input), form),
    match: () => submit(request, MatchNeed, (id, input) => matchNeed(actor, id, input), form),
  };
  const submitted = await acts[intent]();
  if (submitted.ok) throw redirect(`/desk/needs/${params.id}?done=${intent}`);
  return data({ ...submitted.answer.data, intent }, submitted.answer.init ?? undefined);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NeedPage() {
  const { need, now, can } = useLoaderData<typeof loader>();
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
          {can.answer && <Forms />}
        </div>
      </div>
    </>
  );
}

/** What the desk may do about it; the server's answer goes to the form that asked. */
function Forms() {
  const { need, choices, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useMessages().needs;
  const given = (intent: Intent) => ({
    need,
    requestId,
    errors: answer?.intent === intent ? answer : undefined,
  });
  return (
    <>
      <Panel title={words.answerForm.title} padded>
        <AnswerForm {...given("answer")} />
      </Panel>
      <Panel title={words.matchForm.title} padded>
        <MatchForm {...given("match")} choices={choices} />
      </Panel>
      <Panel title={words.closeForm.title} padded>
        <CloseForm {...given("close")} />
      </Panel>
    </>
  );
}

function Outcome() {
  const { done: words } = useMessages().needs;
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const said = new Map([
    ["asked", words.asked],
    ["answer", words.answered],
    ["close", words.closed],
    ["match", words.matched],
  ]).get(done ?? "");
  if (said === undefined || answer !== undefined) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
