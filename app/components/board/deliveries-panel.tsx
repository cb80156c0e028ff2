import { ClockSteps, ClockTag, WaitingFor } from "#app/components/clocks/clock-steps.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { DeliveryOnBoard } from "#app/domain/board/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Deliveries that are being packed or on the road: each with its five steps, its clock and whom it waits for. */
export function DeliveriesPanel({ deliveries, now }: { deliveries: DeliveryOnBoard[]; now: Date }) {
  const { deliveries: words } = useMessages().board;
  return (
    <Panel title={words.title} note={words.note} more={<Link to="/desk/deliveries">{words.more}</Link>}>
      {deliveries.length === 0 && <Empty title={words.none}>{words.noneHow}</Empty>}
      {deliveries.map((delivery) => (
        <Job key={delivery.id} delivery={delivery} now={now} />
      ))}
    </Panel>
  );
}

function Job({ delivery, now }: { delivery: DeliveryOnBoard; now: Date }) {
  const { clock } = delivery;
  return (
    <article className="job">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0">
          <b>
            {delivery.township} · {delivery.site}
          </b>
          <br />
          {delivery.items}
        </span>
        <span className="shrink-0 text-right">
          <ClockTag clock={clock} now={now} />
          <br />
          <Link className="code" to={`/desk/deliveries/${delivery.id}`}>
            {delivery.number}
          </Link>
        </span>
      </div>
      <ClockSteps clock={clock} now={now} />
      <WaitingFor clock={clock} />
      <Particulars delivery={delivery} />
    </article>
  );
}

/** How far loading is; at the door, whom to call. */
function Particulars({ delivery }: { delivery: DeliveryOnBoard }) {
  const { deliveries: words } = useMessages().board;
  const { boxes, loaded, contact, clock } = delivery;
  if (clock.step === "dispatch" && boxes > 0)
    return <p className="text-small text-ink-2">{words.loaded(loaded, boxes)}</p>;
  if (clock.holder === "receiver" && contact !== null)
    return <p className="text-small text-ink-2">{words.contact(contact)}</p>;
  return null;
}
