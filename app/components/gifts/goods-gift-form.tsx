import { PackagePlus } from "lucide-react";
import { Combobox } from "#app/components/fields/combobox.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import { LinesField } from "#app/components/fields/lines-field.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { ItemSuggestion } from "#app/domain/gifts/form-choices.server.ts";
import { ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { choicesOf, type Named } from "./choices.ts";
import { GoodsLineFields } from "./goods-line-fields.tsx";

export interface GoodsGiftChoices {
  donors: Named[];
  purposes: string[];
  items: ItemSuggestion[];
  /** Promises of goods something is still to come of. */
  pledges: { id: string; number: string; donor: string }[];
  warehouses: Named[];
}

/** A gift of goods, line by line, into a warehouse's dock. */
export function GoodsGiftForm(props: {
  choices: GoodsGiftChoices;
  defaults: TypedValues;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { choices } = props;
  const { gifts, common } = useMessages();
  const { fields: labels, quick, goods, pickWarehouse } = gifts;
  const form = useVerbForm({
    schema: ReceiveGoods,
    defaults: props.defaults,
    errors: props.errors,
    labels: { ...labels, ...labelsOfLine(labels), receivedOn: labels.arrivedOn },
    requestId: props.requestId,
  });
  const pledges = choices.pledges.map(({ id, number, donor }) => ({
    value: id,
    label: `${number} ${donor}`,
  }));
  return (
    <VerbForm form={form} id="goods" className="grid gap-4">
      <div className="quick">
        <Combobox name="donor" choices={choicesOf(choices.donors)} autoFocus />
        <DateField name="receivedOn" />
        <SelectField
          name="warehouseId"
          choices={choicesOf(choices.warehouses)}
          blank={choices.warehouses.length > 1 ? pickWarehouse : false}
          className="max-desk:col-span-full"
        />
        <SelectField
          name="pledgeId"
          choices={pledges}
          blank={quick.noPledge}
          className="max-desk:col-span-full"
        />
      </div>
      <p className="text-small text-ink-2">
        {common.form.problem(labels.donor, labels.donorHint)} · {quick.pledgeHint}
      </p>
      <LinesField name="lines" blank={2}>
        {(line) => <GoodsLineFields line={line} items={choices.items} purposes={choices.purposes} />}
      </LinesField>
      <TextField name="note" optional maxLength={500} />
      <div>
        <SubmitButton icon={PackagePlus}>{goods.save}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** The same words for the fields of a line, by their paths. */
const labelsOfLine = (labels: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [`lines.${name}`, label]));
