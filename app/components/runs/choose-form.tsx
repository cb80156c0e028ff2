import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import type { PlannableDelivery } from "#app/domain/runs/list-plannable.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Which deliveries go on the run: a GET form, so that the choice stands in the address. */
export function ChooseForm(props: {
  warehouseId: string;
  deliveries: PlannableDelivery[];
  chosen: string[];
}) {
  const { create: words } = useMessages().runs;
  return (
    <Form method="get" className="grid gap-3">
      <input type="hidden" name="warehouse" value={props.warehouseId} />
      <p className="text-small text-ink-2">{words.chooseHint}</p>
      <ul>
        {props.deliveries.map((delivery) => (
          <li key={delivery.id} className="border-b border-line py-2">
            <label className="check items-start">
              <input
                type="checkbox"
                name="delivery"
                value={delivery.id}
                defaultChecked={props.chosen.includes(delivery.id)}
              />
              <DeliveryLine delivery={delivery} />
            </label>
          </li>
        ))}
      </ul>
      <div>
        <Button name="step" value="times" tone="primary">
          {words.next}
        </Button>
      </div>
    </Form>
  );
}

/** Where a delivery goes, how many boxes it is, and what the planner must know of it. */
export function DeliveryLine({ delivery }: { delivery: PlannableDelivery }) {
  const words = useMessages().runs;
  const { receivesFrom: from, receivesTo: to, takenOverAt, load } = delivery;
  return (
    <span className="min-w-0">
      <b>
        {delivery.township} {delivery.site}
      </b>{" "}
      <span className="whitespace-nowrap">{words.boxes(delivery.boxes)}</span>
      <span className="block text-small text-ink-2">
        <span className="code">{delivery.number}</span>
        {(from ?? to) && ` · ${words.create.hours(from ?? "0:00", to ?? "24:00")}`}
      </span>
      {takenOverAt && (
        <span className="block text-small">
          {load.is === "not_handed_over"
            ? words.create.takenOver(takenOverAt, load.number)
            : words.create.takenOverHere(takenOverAt)}
        </span>
      )}
    </span>
  );
}
