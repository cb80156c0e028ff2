import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LotHere } from "#app/components/stock/lot-here.tsx";
import type { LooseLot } from "#app/domain/boxes/loose.server.ts";
import { PackBoxes } from "#app/domain/boxes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Labels loose goods of one lot by the box: as many full packs as stand here, unless told otherwise. */
export function PackForm(props: {
  lot: LooseLot;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { lot, today, errors, requestId } = props;
  const { pack: words } = useMessages().boxes;
  const labels = { boxes: words.boxes, quantity: words.each };
  const form = useVerbForm({ schema: PackBoxes, defaults: fullPacks(lot), labels, errors, requestId });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="warehouseId" value={lot.warehouseId} />
      <input type="hidden" name="assetId" value={lot.assetId} />
      <input type="hidden" name="accountId" value={lot.accountId} />
      <LotHere lot={lot} today={today} />
      <NumberField name="boxes" unit={words.boxesUnit} />
      <NumberField name="quantity" unit={lot.unit} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

function fullPacks({ loose, packSize }: LooseLot) {
  if (packSize === null) return {};
  const boxes = loose / packSize;
  return { quantity: String(packSize), ...(boxes > 0n && boxes <= 500n && { boxes: String(boxes) }) };
}
