import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { LotChoice } from "#app/domain/labels/choices.server.ts";
import { LabelLot } from "#app/domain/labels/schema.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** One lot that stands in the warehouse. */
export function LotForm(props: {
  lots: LotChoice[];
  /** The one that was asked for, by its asset. */
  lot: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { lots: words } = useMessages().labels;
  const { lots, errors, requestId } = props;
  const defaults = { assetId: props.lot };
  const form = useVerbForm({ schema: LabelLot, defaults, labels: { assetId: words.lot }, errors, requestId });
  const label = ({ item, lotNumber, expiresOn, quantity, unit }: LotChoice) =>
    [item, lotNumber ?? words.noLot, expiresOn && words.until(expiresOn), formatQuantity(quantity, unit)]
      .filter(Boolean)
      .join(" · ");
  return (
    <VerbForm form={form} className="grid max-w-2xl gap-4">
      <input type="hidden" name="intent" value="lot" />
      <SelectField name="assetId" choices={lots.map((lot) => ({ value: lot.assetId, label: label(lot) }))} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
