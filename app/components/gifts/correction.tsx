import { Undo2 } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { ReverseEntry } from "#app/domain/ledger/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** 更正: takes an entry back with the reason; it and its reversal both stay in the books. */
export function Correction(props: { entryId: string; requestId: string; errors: FormErrors | undefined }) {
  const { correct } = useMessages().gifts;
  const form = useVerbForm({
    schema: ReverseEntry,
    errors: props.errors,
    labels: { reason: correct.reason },
    requestId: props.requestId,
  });
  return (
    <Panel title={correct.title} padded>
      <VerbForm form={form} id="correct" className="grid gap-3">
        <input type="hidden" name="entryId" value={props.entryId} />
        <p className="text-small text-ink-2">{correct.text}</p>
        <TextArea name="reason" rows={2} />
        <div>
          <SubmitButton tone="danger" icon={Undo2}>
            {correct.button}
          </SubmitButton>
        </div>
      </VerbForm>
    </Panel>
  );
}
