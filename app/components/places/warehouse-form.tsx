import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { AddWarehouse } from "#app/domain/places/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

export function WarehouseForm(props: { errors: FormErrors | undefined; requestId: string }) {
  const { warehouses: words } = useMessages().places;
  const labels = { name: words.name, address: words.address };
  const form = useVerbForm({ schema: AddWarehouse, labels, ...props });
  return (
    <VerbForm form={form} className="grid gap-3">
      <p className="text-small text-ink-2">{words.addHint}</p>
      <div className="quick">
        <TextField name="name" maxLength={60} />
        <TextField name="address" optional maxLength={200} />
      </div>
      <div>
        <SubmitButton>{words.addButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}
