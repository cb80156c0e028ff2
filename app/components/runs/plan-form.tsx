import { useState } from "react";
import { parseForm } from "#app/components/fields/form-data.ts";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { pickerValue } from "#app/domain/moment.ts";
import type { PlannableDelivery } from "#app/domain/runs/list-plannable.server.ts";
import { likelyArrivals } from "#app/domain/runs/order-stops.ts";
import { checkPlan, type Offered, type PlannedVerdict } from "#app/domain/runs/plan-check.ts";
import { PlanSheet } from "#app/domain/runs/plan-sheet.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { capacityIn } from "./capacity.ts";
import { DeliveryLine } from "./choose-form.tsx";
import { ProblemList } from "./problem-list.tsx";

/**
 * Vehicle, driver and times for the deliveries that were chosen, in a sensible order with likely times to begin with.
 * Beside each stop stands what it lacks: for the first times without script, and with every change with it.
 */
export function PlanForm(props: {
  warehouseId: string;
  offered: Offered;
  leavesAt: Date;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const words = useMessages().runs;
  const { create } = words;
  const { offered, errors, requestId } = props;
  const { deliveries } = offered;
  const labels = {
    vehicleId: create.vehicle,
    driverId: create.driver,
    leavesAt: create.leavesAt,
    note: create.noteField,
    stops: create.stops,
    ...Object.fromEntries(
      deliveries.flatMap(({ id, site }) => [
        [`stops.${id}.arrivesAt`, `${site} ${create.arrivesAt}`],
        [`stops.${id}.townshipCode`, `${site} ${create.township}`],
        [`stops.${id}.place`, `${site} ${create.place}`],
      ]),
    ),
  };
  const defaults = defaultsOf(offered, props.leavesAt);
  const form = useVerbForm({ schema: PlanSheet, defaults, errors, labels, requestId });
  const [typed, setTyped] = useState<unknown>(errors?.values ?? defaults);
  const verdicts = checkPlan(typed, offered);

  function readAgain() {
    if (form.element.current) setTyped(parseForm(new FormData(form.element.current)).values);
  }

  return (
    <div onChange={readAgain}>
      <VerbForm form={form} id="run" className="grid gap-4">
        <input type="hidden" name="warehouseId" value={props.warehouseId} />
        <div className="quick">
          <SelectField
            name="vehicleId"
            blank={false}
            choices={offered.vehicles.map((vehicle) => ({
              value: vehicle.id,
              label: create.vehicleChoice(vehicle.plate, capacityIn(words.vehicles, vehicle)),
            }))}
          />
          <SelectField
            name="driverId"
            blank={false}
            choices={offered.drivers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="leavesAt" type="datetime-local" />
        </div>
        <p className="text-small text-ink-2">{create.stopsHint}</p>
        <ol id="run-stops" tabIndex={-1}>
          {deliveries.map((delivery) => (
            <StopRow
              key={delivery.id}
              delivery={delivery}
              townships={offered.townships}
              verdict={verdicts.get(delivery.id)}
            />
          ))}
        </ol>
        <div>
          <p className="font-semibold">
            {create.load(deliveries.reduce((sum, { boxes }) => sum + boxes, 0))}
          </p>
          <p className="text-small text-ink-2">{create.loadHint}</p>
        </div>
        <TextField name="note" optional maxLength={500} />
        <div>
          <SubmitButton size="big">{create.submit}</SubmitButton>
        </div>
      </VerbForm>
    </div>
  );
}

function StopRow(props: {
  delivery: PlannableDelivery;
  townships: Offered["townships"];
  verdict: PlannedVerdict | undefined;
}) {
  const { create: words, detail } = useMessages().runs;
  const { delivery, verdict } = props;
  const row = `stops.${delivery.id}`;
  return (
    <li className="grid items-start gap-x-4 gap-y-2 border-b border-line py-3 desk:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="grid gap-1">
        {verdict && <span className="text-small text-ink-2">{detail.stop(verdict.n)}</span>}
        <DeliveryLine delivery={delivery} />
        <div aria-live="polite">
          {verdict && <ProblemList problems={verdict.problems} arrivesAt={verdict.arrivesAt} />}
        </div>
      </div>
      <TextField name={`${row}.arrivesAt`} label={words.arrivesAt} type="datetime-local" />
      <details className="desk:col-span-2">
        <summary className="text-small">{words.point}</summary>
        <p className="py-1 text-small text-ink-2">{words.pointHint}</p>
        <div className="grid gap-2 desk:grid-cols-2">
          <SelectField
            name={`${row}.townshipCode`}
            label={words.township}
            blank={words.noPoint}
            choices={props.townships.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <TextField name={`${row}.place`} label={words.place} optional maxLength={100} />
        </div>
      </details>
    </li>
  );
}

function defaultsOf({ vehicles, drivers, deliveries }: Offered, leavesAt: Date) {
  const arrivals = likelyArrivals(leavesAt, deliveries);
  return {
    vehicleId: vehicles[0]?.id ?? "",
    driverId: drivers[0]?.id ?? "",
    leavesAt: pickerValue(leavesAt),
    stops: Object.fromEntries(deliveries.map(({ id }, i) => [id, { arrivesAt: pickerValue(arrivals[i]!) }])),
  };
}
