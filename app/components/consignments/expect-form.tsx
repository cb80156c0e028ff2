import { PackagePlus } from "lucide-react";
import { Combobox } from "#app/components/fields/combobox.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import { LinesField } from "#app/components/fields/lines-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { choicesOf } from "#app/components/gifts/choices.ts";
import type { GoodsGiftChoices } from "#app/components/gifts/goods-gift-form.tsx";
import { GoodsLineFields } from "#app/components/gifts/goods-line-fields.tsx";
import { ExpectConsignment } from "#app/domain/consignments/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { labelsWithin } from "./line-labels.ts";

/** Goods that somebody said would come; what exactly may be left to the donor. */
export function ExpectForm(props: {
  choices: GoodsGiftChoices;
  defaults: TypedValues;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { choices, defaults, errors, requestId } = props;
  const words = useMessages().consignments;
  const form = useVerbForm({
    schema: ExpectConsignment,
    defaults,
    errors,
    labels: labelsWithin(words.fields, "lines"),
    requestId,
  });
  const pledges = choices.pledges.map(({ id, number, donor }) => ({
    value: id,
    label: `${number} ${donor}`,
  }));
  return (
    <VerbForm form={form} id="expect" className="grid gap-4">
      <div className="quick">
        <Combobox name="donor" choices={choicesOf(choices.donors)} optional autoFocus />
        <SelectField
          name="warehouseId"
          choices={choicesOf(choices.warehouses)}
          blank={choices.warehouses.length > 1 ? undefined : false}
        />
        <DateField name="expectedOn" optional />
        <NumberField name="expectedBoxes" optional />
        <SelectField name="pledgeId" choices={pledges} blank={words.expect.noPledge} />
      </div>
      <LinesField name="lines" blank={1} hint={words.expect.linesHint}>
        {(line) => <GoodsLineFields line={line} items={choices.items} purposes={choices.purposes} />}
      </LinesField>
      <TextField name="note" optional maxLength={500} />
      <div>
        <SubmitButton icon={PackagePlus}>{words.expect.save}</SubmitButton>
      </div>
    </VerbForm>
  );
}
