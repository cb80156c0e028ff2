import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { ReplaceLabel } from "#app/domain/boxes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** `code`: the old label's, where the page before knows it. */
export function ReplaceForm(props: { code: string; errors: FormErrors | undefined; requestId: string }) {
  const { labels, common } = useMessages();
  const { replace: words } = labels;
  const { code, errors, requestId } = props;
  const form = useVerbForm({
    schema: ReplaceLabel,
    defaults: { code },
    labels: { code: words.code, reason: words.reason },
    errors,
    requestId,
  });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <TextField
        name="code"
        hint={words.codeHint}
        autoComplete="off"
        spellCheck={false}
        inputClassName="code"
      />
      <TextArea name="reason" />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{words.submit}</SubmitButton>
        <LinkButton href="/desk/labels">{common.actions.cancel}</LinkButton>
      </div>
    </VerbForm>
  );
}
