import { CheckCheck } from "lucide-react";
import { Combobox } from "#app/components/fields/combobox.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import { MoneyField } from "#app/components/fields/money-field.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { formatYuan } from "#app/domain/money.ts";
import type { PledgeRow } from "#app/domain/pledges/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { choicesOf, type Named } from "./choices.ts";
import { OrganizationField } from "./organization-field.tsx";
import { PurposeField } from "./purpose-field.tsx";

export interface MoneyGiftChoices {
  donors: Named[];
  purposes: string[];
  /** Promises of money something is still to come of. */
  pledges: OpenMoneyPledge[];
  organizations: Named[];
}

export type OpenMoneyPledge = Pick<PledgeRow, "id" | "number" | "donor" | "amountFen" | "receivedFen">;

/**
 * One gift of money on one line, for one after the other with the keyboard alone. `focus` puts the cursor on the donor:
 * after the last one was saved. Give it another `key` to empty it.
 */
export function MoneyGiftForm(props: {
  choices: MoneyGiftChoices;
  defaults: TypedValues;
  errors: FormErrors | undefined;
  requestId: string;
  focus: boolean;
}) {
  const { choices } = props;
  const { fields: labels, quick } = useMessages().gifts;
  const form = useVerbForm({
    schema: ReceiveMoney,
    defaults: props.defaults,
    errors: props.errors,
    labels,
    requestId: props.requestId,
  });
  const pledges = choices.pledges.map(({ id, number, donor, amountFen, receivedFen }) => ({
    value: id,
    label: quick.pledgeChoice(number, donor, formatYuan((amountFen ?? 0n) - receivedFen)),
  }));
  const openMore = ["receiptNumber", "note", "organizationId"].some(
    (name) => form.problems[name] !== undefined || (props.errors !== undefined && name in form.values),
  );
  return (
    <VerbForm form={form} id="gift" className="grid gap-3">
      <div className="quick items-start">
        <Combobox name="donor" choices={choicesOf(choices.donors)} autoFocus={props.focus} />
        <MoneyField name="amount" />
        <DateField name="receivedOn" />
        <PurposeField name="restrictedTo" purposes={choices.purposes} />
        <SelectField name="pledgeId" choices={pledges} blank={quick.noPledge} />
        <SubmitButton icon={CheckCheck} className="mt-7">
          {quick.save}
        </SubmitButton>
      </div>
      <p className="text-small text-ink-2">
        {labels.donor}：{labels.donorHint} · {labels.restrictedTo}：{labels.restrictedToHint} ·{" "}
        {quick.pledgeHint}
      </p>
      <details open={openMore}>
        <summary>{quick.more}</summary>
        <div className="quick mt-2">
          <TextField name="receiptNumber" maxLength={40} />
          <TextField name="note" maxLength={500} />
          <OrganizationField organizations={choices.organizations} />
        </div>
      </details>
    </VerbForm>
  );
}
