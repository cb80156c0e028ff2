import { lossReasons } from "#db/vocabulary";
import { NumberField } from "#app/components/fields/number-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { WriteOff } from "#app/domain/stock/schema.ts";
import type { StockLot } from "#app/domain/stock/standing.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Expiry, LotNumber, packOf, RestrictedTo } from "./lot-facts.tsx";

/** Takes one lot, or a part of it, out of the stock. */
export function WriteOffForm(props: {
  lot: StockLot;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { lot, today, errors, requestId } = props;
  const { writeOff: words, lossReasons: reasons } = useMessages().stock;
  const labels = { quantity: words.quantity, reason: words.reason, remark: words.remark };
  const isExpired = lot.expiresOn !== null && lot.expiresOn < today;
  const defaults: TypedValues = isExpired ? { reason: "expired", quantity: String(lot.quantity) } : {};
  const form = useVerbForm({ schema: WriteOff, defaults, errors, labels, requestId });
  return (
    <VerbForm form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="warehouseId" value={lot.warehouseId} />
      <input type="hidden" name="assetId" value={lot.assetId} />
      <input type="hidden" name="accountId" value={lot.accountId} />
      <p>
        <LotNumber number={lot.lotNumber} /> · <Expiry on={lot.expiresOn} today={today} /> ·{" "}
        <RestrictedTo text={lot.restriction} /> · {lot.donor}
        <br />
        {words.left} <Pack quantity={lot.quantity} unit={lot.unit} pack={packOf(lot)} />
      </p>
      <RadioTiles
        name="reason"
        choices={lossReasons.map((reason) => ({ value: reason, label: reasons[reason] }))}
      />
      <NumberField name="quantity" unit={lot.unit} />
      <TextArea name="remark" hint={words.remarkHint} />
      <div>
        <SubmitButton tone="danger">{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
