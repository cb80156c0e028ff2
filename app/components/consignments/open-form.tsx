import { Combobox } from "#app/components/fields/combobox.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { choicesOf, type Named } from "#app/components/gifts/choices.ts";
import { OpenConsignment } from "#app/domain/consignments/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Goods at the door that nobody announced. */
export function OpenForm(props: {
  donors: Named[];
  warehouses: Named[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { donors, warehouses, errors, requestId } = props;
  const { fields, open } = useMessages().consignments;
  const form = useVerbForm({ schema: OpenConsignment, errors, labels: fields, requestId });
  return (
    <VerbForm form={form} id="open" className="grid max-w-xl gap-4">
      <SelectField
        name="warehouseId"
        choices={choicesOf(warehouses)}
        blank={warehouses.length > 1 ? undefined : false}
      />
      <Combobox name="donor" choices={choicesOf(donors)} optional />
      <NumberField name="expectedBoxes" optional />
      <TextField name="note" optional maxLength={500} />
      <div>
        <SubmitButton>{open.save}</SubmitButton>
      </div>
    </VerbForm>
  );
}
