import { Combobox } from "#app/components/fields/combobox.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import { LinesField } from "#app/components/fields/lines-field.tsx";
import { MoneyField } from "#app/components/fields/money-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { choicesOf, type Named } from "#app/components/gifts/choices.ts";
import { OrganizationField } from "#app/components/gifts/organization-field.tsx";
import { PurposeField } from "#app/components/gifts/purpose-field.tsx";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import type { GiftKind } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

export interface PledgeChoices {
  donors: Named[];
  purposes: string[];
  items: Named[];
  organizations: Named[];
}

/** A promise of money on one line, or of goods line by line. */
export function PledgeForm(props: {
  kind: GiftKind;
  choices: PledgeChoices;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
  focus: boolean;
}) {
  const { kind, choices } = props;
  const { fields: labels, save } = useMessages().pledges;
  const form = useVerbForm({
    schema: RecordPledge,
    defaults: { pledgedOn: props.today },
    errors: props.errors,
    labels: {
      ...labels,
      "lines.item": labels.item,
      "lines.unit": labels.unit,
      "lines.quantity": labels.quantity,
    },
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="pledge" className="grid gap-3">
      <input type="hidden" name="kind" value={kind} />
      <div className="quick items-start">
        <Combobox name="donor" choices={choicesOf(choices.donors)} autoFocus={props.focus} />
        {kind === "money" && <MoneyField name="amount" />}
        <DateField name="pledgedOn" />
        <DateField name="dueOn" optional />
        <PurposeField name="restrictedTo" purposes={choices.purposes} optional />
        <OrganizationField organizations={choices.organizations} />
        <TextField name="note" optional maxLength={500} />
      </div>
      {kind === "goods" && (
        <LinesField name="lines" blank={2}>
          {(line) => (
            <>
              <Combobox name={`${line}.item`} choices={choicesOf(choices.items)} />
              <NumberField name={`${line}.quantity`} />
              <TextField name={`${line}.unit`} maxLength={10} />
            </>
          )}
        </LinesField>
      )}
      <div>
        <SubmitButton>{save}</SubmitButton>
      </div>
    </VerbForm>
  );
}
