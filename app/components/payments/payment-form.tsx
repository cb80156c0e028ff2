import { Combobox } from "#app/components/fields/combobox.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import { MoneyField } from "#app/components/fields/money-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { Named } from "#app/components/gifts/choices.ts";
import { OrganizationField } from "#app/components/gifts/organization-field.tsx";
import { formatYuan } from "#app/domain/money.ts";
import type { PurposeSum } from "#app/domain/funds/by-purpose.ts";
import { RecordPayment } from "#app/domain/payments/schema.ts";
import { paymentKinds } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

const QUOTES = [0, 1, 2];

export interface PaymentChoices {
  payees: string[];
  townships: { code: string; name: string }[];
  purposes: PurposeSum[];
  organizations: Named[];
}

/** Money out of a fund: a purchase with the quotes it was chosen from, or a grant. */
export function PaymentForm(props: {
  choices: PaymentChoices;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { choices } = props;
  const { common, payments } = useMessages();
  const { fields: labels, kinds, kindHints } = payments;
  const form = useVerbForm({
    schema: RecordPayment,
    defaults: { paidOn: props.today, kind: "purchase" },
    errors: props.errors,
    labels: labelsOf(labels),
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="payment" className="grid gap-4">
      <RadioTiles
        name="kind"
        choices={paymentKinds.map((kind) => ({ value: kind, label: kinds[kind], hint: kindHints[kind] }))}
      />
      <div className="quick items-start">
        <Combobox name="payee" choices={choices.payees.map((name) => ({ value: name, label: name }))} />
        <TextField name="purpose" maxLength={200} />
        <MoneyField name="amount" />
        <DateField name="paidOn" />
      </div>
      <div className="quick items-start">
        <SelectField
          name="restrictedTo"
          blank={fundWord(choices.purposes, null) ?? common.states.unrestricted}
          choices={choices.purposes.flatMap(({ restriction }) =>
            restriction === null
              ? []
              : [{ value: restriction, label: fundWord(choices.purposes, restriction) ?? restriction }],
          )}
        />
        <SelectField
          name="townshipCode"
          blank={payments.wholeDistrict}
          choices={choices.townships.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <OrganizationField organizations={choices.organizations} />
      </div>
      <fieldset className="field">
        <legend>{labels.quotes}</legend>
        <div className="quick items-start">
          {QUOTES.map((index) => (
            <MoneyField
              key={index}
              name={`quotes.${index}`}
              label={labels.quote(index + 1)}
              echo={false}
              optional
            />
          ))}
          <TextField name="choiceReason" optional maxLength={200} />
        </div>
      </fieldset>
      <div>
        <SubmitButton>{payments.save}</SubmitButton>
      </div>
    </VerbForm>
  );

  function fundWord(purposes: PurposeSum[], restriction: string | null): string | undefined {
    const fund = purposes.find((purpose) => purpose.restriction === restriction);
    if (fund === undefined) return undefined;
    return payments.fundChoice(restriction ?? common.states.unrestricted, formatYuan(fund.leftFen));
  }
}

const labelsOf = ({ quote: _quote, ...labels }: { quote: unknown; quotes: string }) => labels;
