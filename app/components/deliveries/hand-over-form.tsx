import { DateField } from "#app/components/fields/date-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { atSite } from "#app/domain/deliveries/at-site.ts";
import type { Line } from "#app/domain/deliveries/get.server.ts";
import { HandOverDelivery } from "#app/domain/deliveries/schema.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { beneficiaryGroups } from "#db/vocabulary";
import { BasisFields } from "#app/components/registers/basis-fields.tsx";
import { Link } from "#app/components/layout/router.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How much went to how many households and people; all that is left unless changed. */
export function HandOverForm(props: {
  deliveryId: string;
  lines: Line[];
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { deliveries, registers } = useMessages();
  const { handOver: words } = deliveries;
  const { groups } = registers;
  const lines = props.lines.map((line) => ({ ...line, left: atSite(line) }));
  const labels = {
    households: words.households,
    people: words.people,
    handedOn: words.handedOn,
    note: words.remark,
    basis: words.basis,
    basisWords: words.basisWords,
    ...Object.fromEntries(beneficiaryGroups.map((group) => [`groups.${group}`, groups[group]])),
    ...Object.fromEntries(lines.map(({ item }, index) => [`lines.${index}.quantity`, item])),
  };
  const { errors, requestId } = props;
  const defaults = { handedOn: props.today };
  const form = useVerbForm({ schema: HandOverDelivery, defaults, errors, labels, requestId });
  return (
    <VerbForm form={form} className="grid max-w-3xl gap-4">
      <input type="hidden" name="deliveryId" value={props.deliveryId} />
      <p className="text-small text-ink-2">
        {words.register}{" "}
        <Link to={`/desk/registers/new?delivery=${props.deliveryId}`}>{words.openRegister}</Link>
      </p>
      <div className="quick">
        <NumberField name="households" />
        <NumberField name="people" />
        <DateField name="handedOn" max={props.today} />
      </div>
      <fieldset className="field">
        <legend>{words.lines}</legend>
        <div className="quick">
          {lines.map((line, index) => (
            <div key={line.n}>
              <input type="hidden" name={`lines.${index}.n`} value={line.n} />
              <NumberField
                name={`lines.${index}.quantity`}
                label={line.item}
                hint={words.left(formatQuantity(line.left, line.unit))}
                unit={line.unit}
                defaultValue={String(line.left)}
              />
            </div>
          ))}
        </div>
      </fieldset>
      <BasisFields optional />
      <details className="full">
        <summary>{words.groups}</summary>
        <p className="text-small text-ink-2">{words.groupsHint}</p>
        <div className="quick">
          {beneficiaryGroups.map((group) => (
            <NumberField key={group} name={`groups.${group}`} optional />
          ))}
        </div>
      </details>
      <TextField name="note" optional maxLength={500} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
