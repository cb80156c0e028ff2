import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { formatDate } from "#app/domain/dates.ts";
import { AskQuestion } from "#app/domain/questions/schema.ts";
import type { TracedQuestion } from "#app/domain/trace/trace.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** What was asked and answered, and the form for one more question. `asked` is the day by which that is answered. */
export function QuestionPanel(props: {
  code: string;
  questions: readonly TracedQuestion[];
  mayAsk: boolean;
  asked: string | null;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { questions: words } = useMessages().trace;
  const locale = useLocale();
  return (
    <section className="pad" id="questions">
      <h2>{words.title}</h2>
      {props.asked !== null && (
        <Note tone="ok" live>
          {words.asked(formatDate(props.asked, locale))}
        </Note>
      )}
      {props.mayAsk ? <AskForm {...props} /> : <p>{words.byPhone}</p>}
      {props.questions.length > 0 && <h3>{words.before}</h3>}
      {props.questions.map((each) => (
        <div className="line" key={each.id}>
          <p>
            <b>{each.question}</b>
          </p>
          <p className="text-ink-2">{words.askedAt(formatDate(each.askedAt, locale))}</p>
          {each.answer === null || each.answeredAt === null ? (
            <p className="text-ink-2">{words.waiting(formatDate(each.answerBy, locale))}</p>
          ) : (
            <>
              <p className="whitespace-pre-line">{each.answer}</p>
              <p className="text-ink-2">{words.answeredAt(formatDate(each.answeredAt, locale))}</p>
            </>
          )}
        </div>
      ))}
    </section>
  );
}

function AskForm(props: { code: string; errors: FormErrors | undefined; requestId: string }) {
  const { questions: words } = useMessages().trace;
  const { code, errors, requestId } = props;
  const form = useVerbForm({ schema: AskQuestion, errors, labels: { question: words.field }, requestId });
  return (
    <VerbForm form={form} id="ask" action="#questions" className="grid gap-4">
      <input type="hidden" name="code" value={code} />
      <TextArea name="question" rows={3} hint={words.hint} />
      <div>
        <SubmitButton size="mid">{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
