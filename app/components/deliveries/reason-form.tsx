import type { z } from "zod";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";

/** A verb that takes a delivery and a reason. */
export function ReasonForm(props: {
  schema: z.ZodType;
  deliveryId: string;
  words: { reason: string; submit: string; keep: string };
  danger?: boolean;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { schema, deliveryId, words, errors, requestId } = props;
  const form = useVerbForm({ schema, errors, labels: { reason: words.reason }, requestId });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <TextArea name="reason" />
      <div className="flex flex-wrap gap-2">
        <SubmitButton tone={props.danger ? "danger" : "primary"}>{words.submit}</SubmitButton>
        <LinkButton href={`/desk/deliveries/${deliveryId}`}>{words.keep}</LinkButton>
      </div>
    </VerbForm>
  );
}
