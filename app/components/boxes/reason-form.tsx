import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { EmptyBox, ReplaceLabel } from "#app/domain/boxes/schema.ts";

const schemas = { empty: EmptyBox, replace: ReplaceLabel };

/** What is done with a box for a reason and nothing else: making its goods loose again, replacing a torn label. */
export function ReasonForm(props: {
  intent: keyof typeof schemas;
  words: { note: string; reason: string; submit: string };
  code: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { intent, words, code, errors, requestId } = props;
  const labels = { reason: words.reason };
  const form = useVerbForm({ schema: schemas[intent], defaults: {}, errors, labels, requestId });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="code" value={code} />
      <p>{words.note}</p>
      <TextField name="reason" />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
