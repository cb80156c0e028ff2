import { Clock3 } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { DeliveryOnBoard } from "#app/domain/board/get.server.ts";
import { deliverySteps, dueAt, HOURS_TO_THE_DOOR, nextStep } from "#app/domain/board/steps.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const HOUR = 3_600_000;

/** Deliveries that are being packed or on the road: each with its five steps, its clock and whom it waits for. */
export function DeliveriesPanel({ deliveries, now }: { deliveries: DeliveryOnBoard[]; now: Date }) {
  const { deliveries: words } = useMessages().board;
  return (
    <Panel
      title={words.title}
      note={words.note(HOURS_TO_THE_DOOR)}
      more={<Link to="/desk/deliveries">{words.more}</Link>}
    >
      {deliveries.length === 0 && <Empty title={words.none}>{words.noneHow}</Empty>}
      {deliveries.map((delivery) => (
        <Job key={delivery.id} delivery={delivery} now={now} />
      ))}
    </Panel>
  );
}

function Job({ delivery, now }: { delivery: DeliveryOnBoard; now: Date }) {
  const { deliveries: words } = useMessages().board;
  const left = Math.trunc((dueAt(delivery).getTime() - now.getTime()) / HOUR);
  const late = dueAt(delivery) < now;
  const next = deliverySteps.indexOf(nextStep(delivery));
  const passed = Math.trunc((now.getTime() - delivery.createdAt.getTime()) / HOUR);
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
          {late ? (
            <Tag tone="bad">{words.over(-left)}</Tag>
          ) : (
            <Tag tone={left < 12 ? "warn" : "ok"} icon={Clock3}>
              {words.left(left)}
            </Tag>
          )}
          <br />
          <Link className="code" to={`/desk/deliveries/${delivery.id}`}>
            {delivery.number}
          </Link>
        </span>
      </div>
      <ol className="clock">
        {deliverySteps.map((step, index) => (
          <li
            key={step}
            className={index < next ? "done" : index === next ? (late ? "late" : "now") : undefined}
            aria-current={index === next ? "step" : undefined}
          >
            {words.steps[step]}
            <br />
            {index < next ? words.done : index === next ? (late ? words.late : words.now) : ""}
          </li>
        ))}
      </ol>
      <p className="text-small text-ink-2">
        {words.waitingFor}
        <Holder delivery={delivery} /> · {words.since(passed)}
      </p>
    </article>
  );
}

/** Whom the delivery waits for. */
function Holder({ delivery }: { delivery: DeliveryOnBoard }) {
  const { who } = useMessages().board.deliveries;
  const step = nextStep(delivery);
  if (step === "loaded") return <>{who.loaded(delivery.loaded, delivery.boxes)}</>;
  if (step === "confirmed") return <>{who.confirmed(delivery.contact)}</>;
  return <>{who[step]}</>;
}
