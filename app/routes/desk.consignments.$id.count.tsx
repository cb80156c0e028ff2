import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { AddLineForm } from "#app/components/consignments/add-line-form.tsx";
import { CountLineForm } from "#app/components/consignments/count-line-form.tsx";
import { withGoods } from "#app/components/consignments/with-goods.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { addLine } from "#app/domain/consignments/add-line.server.ts";
import { countLine } from "#app/domain/consignments/count-line.server.ts";
import { getConsignment } from "#app/domain/consignments/get.server.ts";
import { AddLine, CountLine } from "#app/domain/consignments/schema.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { itemSuggestions, purposeSuggestions } from "#app/domain/gifts/form-choices.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "consignment.count");
  const consignment = await found(request, getConsignment(actor, params.id ?? ""));
  const [items, purposes] = await Promise.all([itemSuggestions(actor), purposeSuggestions(actor)]);
  return {
    consignment,
    items,
    purposes,
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ consignments }) => consignments.countPage.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "consignment.count");
  const form = await request.formData();
  form.set("consignmentId", params.id ?? "");
  const here = `/desk/consignments/${params.id}/count?done=counted`;
  if (form.get("intent") === "add") {
    const add = (id: string, input: AddLine) => addLine(actor, id, input);
    const added = await submit(request, withGoods(AddLine), add, form);
    if (!added.ok) return answerTo("add", added);
    throw redirect(`${here}&line=${added.result.n}#line-${added.result.n}`);
  }
  const count = (id: string, input: CountLine) => countLine(actor, id, input);
  const counted = await submit(request, CountLine, count, form);
  if (!counted.ok) return answerTo(`line-${String(form.get("n"))}`, counted);
  const n = String(form.get("n"));
  throw redirect(`${here}&line=${n}#line-${n}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CountPage() {
  const { consignment, items, purposes, today, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { countPage: words, detail } = useMessages().consignments;
  const [searchParams] = useSearchParams();
  const done = searchParams.get("done");
  return (
    <>
      <PageHead
        title={words.title}
        note={[consignment.number, consignment.donor].filter(Boolean).join(" · ")}
        actions={<LinkButton href={`/desk/consignments/${consignment.id}`}>{words.back}</LinkButton>}
      />
      {done !== null && answer === undefined && (
        <Note tone="ok" live key={searchParams.toString()}>
          {done === "opened" ? detail.opened : detail.counted}
        </Note>
      )}
      <Panel title={detail.lines} note={words.note} padded>
        {consignment.lines.length === 0 && <Empty title={detail.noLines}>{words.scan}</Empty>}
        {consignment.lines.map((line) => (
          <CountLineForm
            key={`${line.n} ${line.counted}`}
            consignmentId={consignment.id}
            line={line}
            today={today}
            errors={answer?.intent === `line-${line.n}` ? answer.errors : undefined}
            requestId={requestId}
          />
        ))}
      </Panel>
      <Panel title={words.add} padded>
        <AddLineForm
          key={consignment.lines.length}
          consignmentId={consignment.id}
          items={items}
          purposes={purposes}
          errors={answer?.intent === "add" ? answer.errors : undefined}
          requestId={requestId}
        />
      </Panel>
    </>
  );
}
