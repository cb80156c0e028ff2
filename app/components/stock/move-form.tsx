import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { LooseLot } from "#app/domain/boxes/loose.server.ts";
import { MoveStock } from "#app/domain/stock/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { LotHere } from "./lot-here.tsx";

/** Takes loose goods of one lot to another place of their warehouse: all of it unless told otherwise. */
export function MoveForm(props: {
  lot: LooseLot;
  bins: { id: string; name: string }[];
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { lot, today, errors, requestId } = props;
  const { move: words, places } = useMessages().stock;
  const labels = { to: words.to, quantity: words.quantity, reason: words.reason };
  const defaults = { quantity: String(lot.loose) };
  const form = useVerbForm({ schema: MoveStock, defaults, labels, errors, requestId });
  const choices = [
    ...props.bins.filter(({ name }) => name !== lot.bin).map(({ id, name }) => ({ value: id, label: name })),
    ...(["dock", "quarantine"] as const)
      .filter((place) => place !== lot.place)
      .map((place) => ({ value: place, label: places[place] })),
  ];
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="warehouseId" value={lot.warehouseId} />
      <input type="hidden" name="assetId" value={lot.assetId} />
      <input type="hidden" name="fromAccount" value={lot.accountId} />
      <LotHere lot={lot} today={today} />
      <SelectField name="to" choices={choices} />
      <NumberField name="quantity" unit={lot.unit} />
      <TextField name="reason" optional hint={words.reasonHint} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
