import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { AddBin } from "#app/domain/places/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

export function BinForm(props: { warehouseId: string; errors: FormErrors | undefined; requestId: string }) {
  const { bins: words } = useMessages().places;
  const { warehouseId, ...rest } = props;
  const form = useVerbForm({ schema: AddBin, labels: { name: words.name }, ...rest });
  return (
    <VerbForm form={form} className="grid gap-3">
      <input type="hidden" name="warehouseId" value={warehouseId} />
      <TextField name="name" hint={words.nameHint} maxLength={20} autoFocus={form.answer !== undefined} />
      <div>
        <SubmitButton>{words.addButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}
