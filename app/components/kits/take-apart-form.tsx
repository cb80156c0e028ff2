import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { TakeKitsApart } from "#app/domain/kits/schema.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { StockLot } from "#app/domain/stock/standing.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How many kits of a lot are taken apart, and where their contents go. */
export function TakeApartForm(props: {
  lot: StockLot;
  bins: { id: string; name: string }[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { apart: words, form: places } = useMessages().kits;
  const { lot, errors, requestId } = props;
  const labels = { quantity: words.quantity, binId: words.into };
  const form = useVerbForm({ schema: TakeKitsApart, errors, labels, requestId });
  return (
    <VerbForm form={form} id="take-apart" className="grid max-w-xl gap-4">
      <input type="hidden" name="warehouseId" value={lot.warehouseId} />
      <input type="hidden" name="assetId" value={lot.assetId} />
      <input type="hidden" name="accountId" value={lot.accountId} />
      <NumberField
        name="quantity"
        unit={lot.unit}
        hint={words.here(formatQuantity(lot.quantity, lot.unit))}
        defaultValue={String(lot.quantity)}
      />
      <SelectField
        name="binId"
        blank={places.dock}
        choices={props.bins.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{words.submit}</SubmitButton>
        <LinkButton href={`/desk/kits/${lot.kitId}`}>{words.keep}</LinkButton>
      </div>
    </VerbForm>
  );
}
