import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { AssembleKits } from "#app/domain/kits/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How many kits, and where they go. */
export function AssembleForm(props: {
  warehouseId: string;
  itemId: string;
  restrictionId: string;
  unit: string;
  bins: { id: string; name: string }[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { form: words } = useMessages().kits;
  const labels = { quantity: words.quantity, binId: words.into, note: words.note };
  const { errors, requestId } = props;
  const form = useVerbForm({ schema: AssembleKits, errors, labels, requestId });
  return (
    <VerbForm form={form} id="assemble" className="grid max-w-xl gap-4">
      <input type="hidden" name="warehouseId" value={props.warehouseId} />
      <input type="hidden" name="itemId" value={props.itemId} />
      <input type="hidden" name="restrictionId" value={props.restrictionId} />
      <NumberField name="quantity" unit={props.unit} />
      <SelectField
        name="binId"
        blank={words.dock}
        choices={props.bins.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="note" optional maxLength={500} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
