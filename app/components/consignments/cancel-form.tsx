import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { CancelConsignment } from "#app/domain/consignments/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Calls a consignment off, with the reason. */
export function CancelForm(props: {
  consignmentId: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { consignmentId, errors, requestId } = props;
  const { cancel: words } = useMessages().consignments;
  const form = useVerbForm({
    schema: CancelConsignment,
    errors,
    labels: { reason: words.reason },
    requestId,
  });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="consignmentId" value={consignmentId} />
      <TextArea name="reason" />
      <div className="flex flex-wrap gap-2">
        <SubmitButton tone="danger">{words.submit}</SubmitButton>
        <LinkButton href={`/desk/consignments/${consignmentId}`}>{words.keep}</LinkButton>
      </div>
    </VerbForm>
  );
}
