import { NumberField } from "#app/components/fields/number-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { decisionsFor, placesFor } from "#app/domain/cases/decision.ts";
import type { Case } from "#app/domain/cases/get.server.ts";
import { AssignCase, CloseCase, DecideCase, NoteCase } from "#app/domain/cases/schema.ts";
import { formatDate } from "#app/domain/dates.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

interface Props {
  found: Case;
  errors: FormErrors | undefined;
  requestId: string;
}

const layout = "grid max-w-xl gap-4";

/** Each form's own place in the page's action. */
function Whose({ found, intent }: { found: Case; intent: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="caseId" value={found.id} />
    </>
  );
}

export function NoteForm({ found, errors, requestId }: Props) {
  const { forms: words } = useMessages().cases;
  const form = useVerbForm({ schema: NoteCase, errors, labels: { text: words.text }, requestId });
  return (
    <VerbForm form={form} id="note" className={layout}>
      <Whose found={found} intent="note" />
      <TextArea name="text" rows={2} />
      <div>
        <SubmitButton tone="plain">{words.note}</SubmitButton>
      </div>
    </VerbForm>
  );
}

export function AssignForm(props: Props & { owners: { id: string; name: string }[] }) {
  const { found, errors, requestId, owners } = props;
  const { forms: words } = useMessages().cases;
  const form = useVerbForm({
    schema: AssignCase,
    errors,
    labels: { userId: words.owner },
    defaults: { userId: found.ownerId ?? "" },
    requestId,
  });
  return (
    <VerbForm form={form} id="assign" className={layout}>
      <Whose found={found} intent="assign" />
      <SelectField
        name="userId"
        blank={words.nobody}
        choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <SubmitButton tone="plain">{words.assign}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** One press, for whoever takes it on. */
export function TakeOverForm({ found, errors, requestId, userId }: Props & { userId: string }) {
  const { forms: words } = useMessages().cases;
  const form = useVerbForm({ schema: AssignCase, errors, requestId });
  return (
    <VerbForm form={form} id="take-over">
      <Whose found={found} intent="assign" />
      <input type="hidden" name="userId" value={userId} />
      <SubmitButton>{words.takeOver}</SubmitButton>
    </VerbForm>
  );
}

interface Replacement {
  id: string;
  number: string;
  plannedOn: string;
}

/** How it ends. What does not fit the kind of case is not offered; without script all fields stand there. */
export function DecideForm(props: Props & { replacements: Replacement[]; isOwn: boolean }) {
  const { found, errors, requestId, replacements } = props;
  const { forms: words, decisions } = useMessages().cases;
  const locale = useLocale();
  const labels = {
    decision: words.decision,
    foundAt: words.foundAt,
    replacementId: words.replacement,
    quantity: words.part,
    lot: words.lot,
    note: words.why,
  };
  const choices = decisionsFor(found.kind, found.about);
  const [only] = choices.length === 1 ? choices : [];
  const form = useVerbForm({
    schema: DecideCase,
    errors,
    labels,
    defaults: only ? { decision: only } : {},
    requestId,
  });
  if (props.isOwn) return <Note tone="warn">{words.duties}</Note>;
  return (
    <VerbForm form={form} id="decide" className={layout}>
      <Whose found={found} intent="decide" />
      <RadioTiles
        name="decision"
        choices={choices.map((each) => ({
          value: each,
          label: decisions[each],
          hint: words.decisionHints[each],
        }))}
      />
      {only === undefined && (
        <>
          <SelectField
            name="foundAt"
            optional
            hint={words.foundAtHint}
            choices={placesFor(found.about).map((place) => ({
              value: place,
              label: words.places[place](place === "origin" ? found.from : found.to),
            }))}
          />
          {choices.includes("replaced") && (
            <SelectField
              name="replacementId"
              optional
              hint={words.replacementHint}
              choices={replacements.map(({ id, number, plannedOn }) => ({
                value: id,
                label: `${number} · ${formatDate(plannedOn, locale)}`,
              }))}
            />
          )}
          <PartFields found={found} />
        </>
      )}
      <TextArea name="note" rows={3} hint={words.whyHint} />
      <div>
        <SubmitButton>{words.decideNow}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** Only a part is decided: how much, and of which lot. The rest becomes a case of its own. */
function PartFields({ found }: { found: Case }) {
  const { forms: words, detail } = useMessages().cases;
  const unit = found.lines[0]?.unit;
  if (unit === undefined || found.quantity === null || found.quantity < 2n) return null;
  return (
    <>
      <NumberField
        name="quantity"
        optional
        unit={unit}
        hint={words.partHint(formatQuantity(found.quantity, unit))}
      />
      {found.lots.length > 1 && (
        <SelectField
          name="lot"
          optional
          hint={words.lotHint}
          choices={found.lots.map(({ assetId, lotNumber, quantity, donor }) => ({
            value: assetId,
            label: [`${detail.lot} ${lotNumber ?? "—"}`, donor, formatQuantity(quantity, unit)]
              .filter(Boolean)
              .join(" · "),
          }))}
        />
      )}
    </>
  );
}

export function CloseForm({ found, errors, requestId }: Props) {
  const { forms: words } = useMessages().cases;
  const form = useVerbForm({ schema: CloseCase, errors, requestId });
  return (
    <VerbForm form={form} id="close" className={layout}>
      <Whose found={found} intent="close" />
      <p>{words.closeHint}</p>
      <div>
        <SubmitButton>{words.close}</SubmitButton>
      </div>
    </VerbForm>
  );
}
