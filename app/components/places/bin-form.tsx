import type { FormErrors } from "#app/components/fields/read-form.ts";
import { NumberField } from "#app/components/fields/number-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { AddBin } from "#app/domain/places/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** A new bin, with its zone and how many boxes fit when that is known. */
export function BinForm(props: { warehouseId: string; errors: FormErrors | undefined; requestId: string }) {
  const { bins: words } = useMessages().places;
  const { warehouseId, ...rest } = props;
  const labels = { name: words.name, zone: words.zone, capacity: words.capacity };
  const form = useVerbForm({ schema: AddBin, labels, ...rest });
  return (
    <VerbForm form={form} className="grid gap-3">
      <input type="hidden" name="warehouseId" value={warehouseId} />
      <TextField name="name" hint={words.nameHint} maxLength={20} autoFocus={form.answer !== undefined} />
      <TextField name="zone" optional hint={words.zoneHint} maxLength={20} />
      <NumberField name="capacity" optional unit={words.capacityUnit} hint={words.capacityHint} />
      <div>
        <SubmitButton>{words.addButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}
