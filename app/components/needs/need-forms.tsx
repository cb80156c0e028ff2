import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { type Choice, SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { Need } from "#app/domain/needs/get.server.ts";
import { AnswerNeed, CloseNeed, MatchNeed, RecordNeed } from "#app/domain/needs/schema.ts";
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

/** Seen to in another way, or no longer wanted; the site reads why. */
export function CloseForm(props: { need: Need; errors: FormErrors | undefined; requestId: string }) {
  const { need, errors, requestId } = props;
  const { closeForm: words } = useMessages().needs;
  const form = useVerbForm({
    schema: CloseNeed,
    errors,
    labels: { as: words.as, reason: words.reason },
    defaults: { as: "met" },
    requestId,
  });
  return (
    <VerbForm form={form} id="close" className="grid gap-4">
      <input type="hidden" name="intent" value="close" />
      <input type="hidden" name="needId" value={need.id} />
      <RadioTiles
        name="as"
        choices={[
          { value: "met", label: words.met, hint: words.metHint },
          { value: "withdrawn", label: words.withdrawn, hint: words.withdrawnHint },
        ]}
      />
      <TextArea name="reason" rows={2} hint={words.reasonHint} />
      <div>
        <SubmitButton tone="plain">{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** Which item of the catalogue a line means, where its words named none or the wrong one. */
export function MatchForm(props: {
  need: Need;
  choices: Choice[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { need, choices, errors, requestId } = props;
  const { matchForm: words } = useMessages().needs;
  const open = need.lines.find(({ itemId }) => itemId === null) ?? need.lines[0];
  const form = useVerbForm({
    schema: MatchNeed,
    errors,
    labels: { line: words.line, itemId: words.item },
    defaults: { line: `${open?.n ?? 1}`, itemId: open?.itemId ?? "" },
    requestId,
  });
  return (
    <VerbForm form={form} id="match" className="grid gap-4">
      <input type="hidden" name="intent" value="match" />
      <input type="hidden" name="needId" value={need.id} />
      {need.lines.length === 1 ? (
        <input type="hidden" name="line" value={need.lines[0]?.n} />
      ) : (
        <SelectField
          name="line"
          blank={false}
          choices={need.lines.map(({ n, wish }) => ({ value: `${n}`, label: wish }))}
        />
      )}
      <SelectField name="itemId" blank={words.none} choices={choices} hint={words.hint} />
      <div>
        <SubmitButton tone="plain">{words.submit}</SubmitButton>
      </div>
    </VerbForm>
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
