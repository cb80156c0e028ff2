import type { FormErrors } from "#app/components/fields/read-form.ts";
import { NumberField } from "#app/components/fields/number-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { atSite } from "#app/domain/deliveries/at-site.ts";
import type { Line } from "#app/domain/deliveries/get.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { ReturnSheet } from "#app/domain/returns/return-sheet.ts";
import { returnPlaces } from "#app/domain/returns/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How much of each line a site sends back, where to, and why. */
export function ReturnForm(props: {
  deliveryId: string;
  lines: Line[];
  warehouses: { id: string; name: string }[];
  warehouseId: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { form: words, places, placeHints } = useMessages().returns;
  const { lines, errors, requestId } = props;
  const labels = {
    warehouseId: words.warehouse,
    into: words.into,
    reason: words.reason,
    lines: words.lines,
    ...Object.fromEntries(lines.map(({ n, item }) => [`lines.line${n}.quantity`, item])),
  };
  const defaults = { warehouseId: props.warehouseId, into: "dock" };
  const form = useVerbForm({ schema: ReturnSheet, defaults, errors, labels, requestId });
  return (
    <VerbForm form={form} id="return" className="grid max-w-3xl gap-4">
      <input type="hidden" name="deliveryId" value={props.deliveryId} />
      <fieldset className="field" id="return-lines" tabIndex={-1}>
        <legend>{words.lines}</legend>
        <p className="text-small text-ink-2">{words.hint}</p>
        <div className="quick">
          {lines.map((line) => (
            <NumberField
              key={line.n}
              name={`lines.line${line.n}.quantity`}
              label={line.item}
              hint={words.left(formatQuantity(atSite(line), line.unit))}
              unit={line.unit}
            />
          ))}
        </div>
      </fieldset>
      <SelectField
        name="warehouseId"
        blank={false}
        choices={props.warehouses.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <RadioTiles
        name="into"
        choices={returnPlaces.map((place) => ({
          value: place,
          label: places[place],
          hint: placeHints[place],
        }))}
      />
      <TextArea name="reason" rows={2} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
