import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { CaseTable } from "#app/components/cases/case-table.tsx";
import { ClockSteps, WaitingFor } from "#app/components/clocks/clock-steps.tsx";
import { DeliveryActs, PinPanel } from "#app/components/deliveries/delivery-acts.tsx";
import { DeliveryFacts } from "#app/components/deliveries/delivery-facts.tsx";
import { DeliveryLines } from "#app/components/deliveries/delivery-lines.tsx";
import { DeliverySteps } from "#app/components/deliveries/delivery-steps.tsx";
import { HandsPanel } from "#app/components/deliveries/hands-panel.tsx";
import { HandOvers } from "#app/components/deliveries/hand-overs.tsx";
import { LabelLinks } from "#app/components/deliveries/label-links.tsx";
import { StatusTag } from "#app/components/deliveries/status-tag.tsx";
import { ProofPanel } from "#app/components/log/proof-panel.tsx";
import { Signings } from "#app/components/receipts/signings.tsx";
import { ReturnTable } from "#app/components/returns/return-table.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listCases } from "#app/domain/cases/list.server.ts";
import { clockOfDelivery } from "#app/domain/clocks/of-one.server.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { deliveryCustody } from "#app/domain/deliveries/custody.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { type Delivery, getDelivery } from "#app/domain/deliveries/get.server.ts";
import { renewPin } from "#app/domain/deliveries/renew-pin.server.ts";
import { DispatchDelivery, RenewPin } from "#app/domain/deliveries/schema.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { may } from "#app/domain/permissions.ts";
import { listReturns } from "#app/domain/returns/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const delivery = await found(request, getDelivery(actor, params.id ?? ""));
  const now = new Date();
  return {
    delivery,
    hands: await deliveryCustody(actor, delivery.id),
    history: await listHistory(actor, delivery.id),
    cases: (await listCases(actor, { deliveryId: delivery.id })).rows,
    returns: (await listReturns(actor, { deliveryId: delivery.id })).rows,
    can: {
      dispatch: may(actor, "delivery.dispatch"),
      cancel: may(actor, "delivery.cancel"),
      renewPin: may(actor, "delivery.renew-pin"),
      renewCode: may(actor, "delivery.renew-code"),
      handOver: may(actor, "delivery.hand-over"),
      takeBack: may(actor, "return.receive"),
    },
    clock: await clockOfDelivery(actor, delivery.id, now),
    now,
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ deliveries }) => deliveries.detail.title(delivery.number)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  form.set("deliveryId", params.id ?? "");
  const isDispatch = form.get("intent") === "dispatch";
  const submitted = isDispatch
    ? await submit(request, DispatchDelivery, (id, input) => dispatchDelivery(actor, id, input), form)
    : await submit(request, RenewPin, (id, input) => renewPin(actor, id, input), form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/deliveries/${params.id}?done=${isDispatch ? "dispatched" : "pin"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DeliveryPage() {
  const { delivery, hands, history, cases, returns, can, clock, now, today, requestId } =
    useLoaderData<typeof loader>();
  const { deliveries, returns: returnWords, cases: caseWords } = useMessages();
  const { detail: words } = deliveries;
  const acting = { delivery, can, requestId };
  const refused = useActionData<typeof action>() !== undefined;
  return (
    <>
      <PageHead
        title={words.title(delivery.number)}
        note={<StatusTag status={delivery.status} />}
        actions={delivery.status !== "cancelled" && <LabelLinks id={delivery.id} />}
      />
      <Outcome />
      {delivery.status === "cancelled" ? (
        <Cancelled delivery={delivery} />
      ) : (
        <>
          <DeliverySteps delivery={delivery} />
          <div className="grid gap-2">
            <ClockSteps clock={clock} now={now} />
            <WaitingFor clock={clock} />
          </div>
        </>
      )}
      {can.dispatch && delivery.status === "planned" && (
        <p className="text-small text-ink-2">{words.dispatchHint}</p>
      )}
      <DeliveryActs {...acting} refused={refused} />
      <div className="cols">
        <div className="stack">
          <Panel title={words.lines}>
            <DeliveryLines lines={delivery.lines} status={delivery.status} today={today} />
          </Panel>
          {cases.length > 0 && (
            <Panel title={caseWords.list}>
              <CaseTable ofOne rows={cases} today={today} />
            </Panel>
          )}
          {delivery.signings.length > 0 && <Signings deliveryId={delivery.id} signings={delivery.signings} />}
          {delivery.handOvers.length > 0 && <HandOvers handOvers={delivery.handOvers} />}
          {returns.length > 0 && (
            <Panel title={returnWords.list}>
              <ReturnTable rows={returns} />
            </Panel>
          )}
        </div>
        <div className="stack">
          <PinPanel {...acting} />
          <HandsPanel hands={hands} />
          <DeliveryFacts delivery={delivery} />
          <ProofPanel events={history} />
        </div>
      </div>
    </>
  );
}

function Outcome() {
  const { detail: words } = useMessages().deliveries;
  const errors = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const said = new Map([
    ["made", words.made],
    ["dispatched", words.dispatched],
    ["pin", words.renewedPin],
    ["code", words.renewedCode],
    ["handed-over", words.handedOver],
  ]).get(done ?? "");
  if (errors) {
    return (
      <Note tone="bad" live>
        {errors.form}
      </Note>
    );
  }
  if (!said) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}

function Cancelled({ delivery }: { delivery: Delivery }) {
  const { detail: words } = useMessages().deliveries;
  return (
    <Note tone="warn">
      <b>{words.step.cancelled}</b> {delivery.cancelledAt && <DateTime at={delivery.cancelledAt} />}
      <br />
      {words.cancelledReason}：{delivery.cancelledReason}
    </Note>
  );
}
