import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { CancelStocktake } from "#app/domain/stocktakes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Calls a stocktake off, with the reason. */
export function CancelForm(props: {
  stocktakeId: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { cancel: words } = useMessages().stocktakes;
  const { stocktakeId, errors, requestId } = props;
  const form = useVerbForm({ schema: CancelStocktake, errors, labels: { reason: words.reason }, requestId });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="stocktakeId" value={stocktakeId} />
      <TextArea name="reason" />
      <div className="flex flex-wrap gap-2">
        <SubmitButton tone="danger">{words.submit}</SubmitButton>
        <LinkButton href={`/desk/stocktakes/${stocktakeId}`}>{words.keep}</LinkButton>
      </div>
    </VerbForm>
  );
}
