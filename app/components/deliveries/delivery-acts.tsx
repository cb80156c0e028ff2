import { Truck } from "lucide-react";
import type { ReactNode } from "react";
import { Form } from "#app/components/layout/router.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { atSite } from "#app/domain/deliveries/at-site.ts";
import type { Delivery } from "#app/domain/deliveries/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What this person may do with a delivery. */
export interface DeliveryRights {
  dispatch: boolean;
  cancel: boolean;
  renewPin: boolean;
  renewCode: boolean;
  handOver: boolean;
  takeBack: boolean;
}

interface Acting {
  delivery: Delivery;
  can: DeliveryRights;
  requestId: string;
}

/** The PIN, large, for the telephone call to the receiver. */
export function PinPanel({ delivery, can, requestId }: Acting) {
  const { detail: words } = useMessages().deliveries;
  if (delivery.pin === null) return null;
  return (
    <Panel title={words.pin} note={words.pinHint} padded>
      <div className="grid gap-3">
        {delivery.guarded && <Note tone="bad">{words.guarded}</Note>}
        <p className="code text-huge font-bold tracking-widest">{delivery.pin}</p>
        {can.renewPin && (
          <OneButton intent="renew-pin" requestId={requestId}>
            <Button>{words.renewPin}</Button>
          </OneButton>
        )}
      </div>
    </Panel>
  );
}

/** What comes next, the one that moves it on first. `refused`: it did not leave, so the way out is offered. */
export function DeliveryActs({ delivery, can, requestId, refused }: Acting & { refused: boolean }) {
  const { deliveries, registers, returns } = useMessages();
  const { detail: words } = deliveries;
  const { id, status } = delivery;
  const underWay = status === "planned" || status === "dispatched";
  const toHandOver = delivery.lines.some((line) => atSite(line) > 0n);
  return (
    <div className="flex flex-wrap gap-2">
      {can.dispatch && status === "planned" && (
        <OneButton intent="dispatch" requestId={requestId}>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button tone="primary" icon={Truck}>
              {words.dispatch}
            </Button>
            {refused && (
              <label className="check">
                <input type="checkbox" name="leaveBehind" value="true" />
                {words.leaveBehind}
              </label>
            )}
          </div>
        </OneButton>
      )}
      {can.handOver && toHandOver && (
        <LinkButton tone="primary" href={`/desk/deliveries/${id}/hand-over`}>
          {words.handOver}
        </LinkButton>
      )}
      {can.handOver && toHandOver && (
        <LinkButton href={`/desk/registers/new?delivery=${id}`}>{registers.add}</LinkButton>
      )}
      {can.takeBack && toHandOver && (
        <LinkButton href={`/desk/deliveries/${id}/return`}>{returns.add}</LinkButton>
      )}
      {can.renewCode && underWay && (
        <LinkButton href={`/desk/deliveries/${id}/renew-code`}>{words.renewCode}</LinkButton>
      )}
      {can.cancel && underWay && (
        <LinkButton tone="danger" href={`/desk/deliveries/${id}/cancel`}>
          {words.cancel}
        </LinkButton>
      )}
    </div>
  );
}

/** A form that is one button; the request id makes pressing twice one request. */
function OneButton(props: { intent: string; requestId: string; children: ReactNode }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={props.intent} />
      <input type="hidden" name="requestId" value={props.requestId} />
      {props.children}
    </Form>
  );
}
