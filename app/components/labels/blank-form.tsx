import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { PrintBlankLabels } from "#app/domain/labels/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How many blank labels to make. */
export function BlankForm(props: { errors: FormErrors | undefined; requestId: string }) {
  const { blank: words } = useMessages().labels;
  const form = useVerbForm({ schema: PrintBlankLabels, labels: { count: words.count }, ...props });
  return (
    <VerbForm form={form} className="grid max-w-md gap-4">
      <input type="hidden" name="intent" value="blank" />
      <NumberField name="count" unit={words.unit} hint={words.hint} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
