import { Undo2 } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { WithdrawPledge } from "#app/domain/pledges/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Releases a promise that will not be kept, with the reason. */
export function WithdrawForm(props: { pledgeId: string; requestId: string; errors: FormErrors | undefined }) {
  const { withdraw, fields } = useMessages().pledges;
  const form = useVerbForm({
    schema: WithdrawPledge,
    errors: props.errors,
    labels: { reason: fields.reason },
    requestId: props.requestId,
  });
  return (
    <Panel title={withdraw.title} padded>
      <VerbForm form={form} id="withdraw" className="grid gap-3">
        <input type="hidden" name="pledgeId" value={props.pledgeId} />
        <p className="text-small text-ink-2">{withdraw.text}</p>
        <TextArea name="reason" rows={2} />
        <div>
          <SubmitButton tone="danger" icon={Undo2}>
            {withdraw.button}
          </SubmitButton>
        </div>
      </VerbForm>
    </Panel>
  );
}
