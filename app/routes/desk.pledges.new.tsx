import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { PledgeForm } from "#app/components/pledges/pledge-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { pledgeChoices } from "#app/domain/gifts/form-choices.server.ts";
import { recordPledge } from "#app/domain/pledges/record.server.ts";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "pledge.record");
  return {
    title: pageTitle(request, (messages) => messages.pledges.recordGoods),
    today: todayInShanghai(),
    requestId: uuidv7(),
    choices: await pledgeChoices(actor),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "pledge.record");
  const submitted = await submit(request, RecordPledge, (requestId, input) =>
    recordPledge(actor, requestId, input),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/pledges/${submitted.result.id}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RecordGoodsPledge() {
  const { choices, today, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { pledges } = useMessages();
  return (
    <>
      <PageHead title={pledges.recordGoods} note={pledges.recordNote} />
      <Panel title={pledges.fields.lines} padded>
        <PledgeForm
          kind="goods"
          choices={choices}
          today={today}
          errors={errors}
          requestId={requestId}
          focus
        />
      </Panel>
    </>
  );
}
