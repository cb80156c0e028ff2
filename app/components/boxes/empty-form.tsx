import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { EmptyBox } from "#app/domain/boxes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Makes what is in a box loose goods again. */
export function EmptyForm(props: { code: string; errors: FormErrors | undefined; requestId: string }) {
  const { emptying: words } = useMessages().boxes;
  const form = useVerbForm({
    schema: EmptyBox,
    defaults: {},
    errors: props.errors,
    labels: { reason: words.reason },
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="empty" />
      <input type="hidden" name="code" value={props.code} />
      <p>{words.note}</p>
      <TextField name="reason" />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
