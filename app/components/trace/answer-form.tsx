import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { AnswerQuestion } from "#app/domain/questions/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The answer that is kept and stands on the donor's page. */
export function AnswerQuestionForm(props: {
  questionId: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { questionId, errors, requestId } = props;
  const { inbox: words } = useMessages().trace;
  const form = useVerbForm({ schema: AnswerQuestion, errors, labels: { answer: words.answer }, requestId });
  return (
    <VerbForm form={form} id="answer" className="grid gap-4">
      <input type="hidden" name="questionId" value={questionId} />
      <TextArea name="answer" rows={5} hint={words.answerHint} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
