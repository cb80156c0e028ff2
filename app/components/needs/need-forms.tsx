import { Check, Undo2 } from "lucide-react";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import type { Need } from "#app/domain/needs/get.server.ts";
import { AnswerNeed, RecordNeed } from "#app/domain/needs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { AskedFields, askedLabels } from "./asked-fields.tsx";

/** What can come and when, or why nothing can. */
export function AnswerForm(props: { need: Need; errors: FormErrors | undefined; requestId: string }) {
  const { need, errors, requestId } = props;
  const { answerForm: words } = useMessages().needs;
  const form = useVerbForm({
    schema: AnswerNeed,
    errors,
    labels: { decision: words.decision, answer: words.answer },
    defaults: { decision: "accept", answer: need.answer ?? "" },
    requestId,
  });
  return (
    <VerbForm form={form} id="answer" className="grid gap-4">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="needId" value={need.id} />
      <RadioTiles
        name="decision"
        choices={[
          { value: "accept", label: words.accept, hint: words.acceptHint },
          { value: "decline", label: words.decline, hint: words.declineHint },
        ]}
      />
      <TextArea name="answer" rows={3} hint={words.answerHint} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** Seen to in another way, or no longer wanted. */
export function CloseForm({ requestId }: { requestId: string }) {
  const words = useMessages().needs;
  return (
    <Form method="post" className="grid gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="intent" value="close" />
      <p className="text-small text-ink-2">{words.closeHint}</p>
      <div className="flex flex-wrap gap-2">
        <Button name="as" value="met" icon={Check}>
          {words.close}
        </Button>
        <Button name="as" value="withdrawn" tone="quiet" icon={Undo2}>
          {words.withdraw}
        </Button>
      </div>
    </Form>
  );
}

/** What a site asked for by telephone. */
export function RecordForm(props: { siteId: string; errors: FormErrors | undefined; requestId: string }) {
  const { siteId, errors, requestId } = props;
  const { needs: words } = useMessages();
  const form = useVerbForm({ schema: RecordNeed, errors, labels: askedLabels(words), requestId });
  return (
    <VerbForm form={form} id="need" className="grid max-w-3xl gap-4">
      <input type="hidden" name="siteId" value={siteId} />
      <AskedFields />
      <div>
        <SubmitButton>{words.form.record}</SubmitButton>
      </div>
    </VerbForm>
  );
}
