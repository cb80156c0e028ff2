import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { PaymentForm } from "#app/components/payments/payment-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { paymentChoices } from "#app/domain/payments/form-choices.server.ts";
import { recordPayment } from "#app/domain/payments/record.server.ts";
import { RecordPayment } from "#app/domain/payments/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "payment.record");
  return {
    title: pageTitle(request, (messages) => messages.payments.record),
    today: todayInShanghai(),
    requestId: uuidv7(),
    choices: await paymentChoices(actor),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "payment.record");
  const submitted = await submit(request, RecordPayment, (requestId, input) =>
    recordPayment(actor, requestId, input),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/payments/${submitted.result.id}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewPayment() {
  const { choices, today, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { payments } = useMessages();
  return (
    <>
      <PageHead title={payments.record} note={payments.recordNote} />
      <Panel title={payments.detail.facts} padded>
        <PaymentForm choices={choices} today={today} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
