import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { Correction } from "#app/components/gifts/correction.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { PaymentFacts } from "#app/components/payments/payment-facts.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { ReverseEntry } from "#app/domain/ledger/schema.ts";
import { getPayment } from "#app/domain/payments/get.server.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const payment = await found(request, getPayment(actor, params.id ?? ""));
  const { searchParams } = new URL(request.url);
  return {
    title: pageTitle(request, (messages) => messages.payments.detail.title(payment.number)),
    requestId: uuidv7(),
    mayReverse: may(actor, "entry.reverse"),
    saved: searchParams.has("saved"),
    corrected: searchParams.has("corrected"),
    history: await listHistory(actor, payment.id),
    payment,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "entry.reverse");
  const payment = await found(request, getPayment(actor, params.id ?? ""));
  const submitted = await submit(request, ReverseEntry, (requestId, { reason }) =>
    reverseEntry(actor, requestId, { entryId: payment.entryId, reason }),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/payments/${payment.id}?corrected`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Payment() {
  const { payment, history, ...page } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { gifts, payments } = useMessages();
  return (
    <>
      <PageHead title={payments.detail.title(payment.number)} note={payment.organization} />
      {page.saved && (
        <Note tone="ok" live>
          {payments.saved(payment.number)}
        </Note>
      )}
      {page.corrected && (
        <Note tone="ok" live>
          {gifts.correct.done} <LinkButton href="/desk/payments/new">{gifts.correct.again}</LinkButton>
        </Note>
      )}
      {payment.reversed && <Note tone="warn">{gifts.detail.reversedNote}</Note>}
      <Panel title={payments.detail.facts} padded>
        <PaymentFacts payment={payment} />
      </Panel>
      <History events={history} />
      {page.mayReverse && !payment.reversed && (
        <Correction entryId={payment.entryId} requestId={page.requestId} errors={errors} />
      )}
    </>
  );
}
