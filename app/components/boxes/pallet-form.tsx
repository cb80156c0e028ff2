import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { MakePallets } from "#app/domain/boxes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** So many empty pallets in one place of a warehouse. */
export function PalletForm(props: {
  warehouseId: string;
  bins: { id: string; name: string }[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { warehouseId, bins, errors, requestId } = props;
  const { pallets: words, places } = useMessages().boxes;
  const labels = { binId: words.place, pallets: words.count };
  const form = useVerbForm({
    schema: MakePallets,
    defaults: { pallets: "1" },
    labels,
    errors,
    requestId,
  });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="warehouseId" value={warehouseId} />
      <SelectField
        name="binId"
        blank={places.dock}
        hint={words.placeHint}
        choices={bins.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NumberField name="pallets" unit={words.unit} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
