import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { AddVehicle } from "#app/domain/runs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

export function VehicleForm({ errors, requestId }: { errors: FormErrors | undefined; requestId: string }) {
  const { vehicles: words } = useMessages().runs;
  const { plate, capacityBoxes, capacityKilograms, capacityM3 } = words;
  const labels = { plate, capacityBoxes, capacityKilograms, capacityM3 };
  const form = useVerbForm({ schema: AddVehicle, errors, labels, requestId });
  return (
    <VerbForm form={form} id="vehicle" className="grid gap-4">
      <input type="hidden" name="intent" value="vehicle" />
      <div className="quick">
        <TextField name="plate" maxLength={20} autoComplete="off" />
        <NumberField name="capacityBoxes" optional />
        <NumberField name="capacityKilograms" optional />
        <TextField name="capacityM3" optional inputMode="decimal" autoComplete="off" />
      </div>
      <div>
        <SubmitButton>{words.addButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}
