import { useWatch } from "react-hook-form";
import { Combobox } from "#app/components/fields/combobox.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import { useFormContext } from "#app/components/fields/form-context.ts";
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
import type { FundRow } from "#app/domain/funds/list.server.ts";
import { RecordPayment } from "#app/domain/payments/schema.ts";
import { paymentKinds } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

const QUOTES = [0, 1, 2];

export interface PaymentChoices {
  payees: string[];
  townships: { code: string; name: string }[];
  funds: Pick<FundRow, "organizationId" | "restriction" | "leftFen">[];
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
  const { payments } = useMessages();
  const { fields: labels, kinds, kindHints } = payments;
  const form = useVerbForm({
    schema: RecordPayment,
    defaults: { paidOn: props.today, kind: "purchase" },
    errors: props.errors,
    labels,
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
        <FundField funds={choices.funds} ownId={choices.organizations[0]?.id} />
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
              label={payments.quote(index + 1)}
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
}

/** The funds with what each holds, of the organization that is chosen; another's may hold nothing of a purpose. */
function FundField({ funds, ownId }: { funds: PaymentChoices["funds"]; ownId: string | undefined }) {
  const { common, payments } = useMessages();
  const { form, values } = useFormContext();
  const watched: unknown = useWatch({ control: form.control, name: "organizationId" });
  const organizationId = watched ?? values.organizationId ?? ownId;
  const restrictions = new Set(funds.map(({ restriction }) => restriction).filter((text) => text !== null));
  const word = (restriction: string | null) => {
    const fund = funds.find(
      (one) => one.organizationId === organizationId && one.restriction === restriction,
    );
    return payments.fundChoice(restriction ?? common.states.unrestricted, formatYuan(fund?.leftFen ?? 0n));
  };
  return (
    <SelectField
      name="restrictedTo"
      blank={word(null)}
      choices={[...restrictions].map((restriction) => ({ value: restriction, label: word(restriction) }))}
    />
  );
}
