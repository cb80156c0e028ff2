import { lossReasons } from "#db/vocabulary";
import { NumberField } from "#app/components/fields/number-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Expiry, LotNumber, LotSource, packOf, RestrictedTo } from "#app/components/stock/lot-facts.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import type { StockLot } from "#app/domain/stock/standing.server.ts";
import { WriteOff } from "#app/domain/write-offs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Asks that one lot, or a part of it, be taken out of the stock. */
export function WriteOffForm(props: {
  lot: StockLot;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { lot, today, errors, requestId } = props;
  const messages = useMessages();
  const { writeOff: words, lossReasons: reasons } = messages.stock;
  const { ask } = messages.writeOffs;
  const labels = {
    quantity: words.quantity,
    reason: words.reason,
    remark: words.remark,
    evidence: ask.evidence,
  };
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
        <RestrictedTo text={lot.restriction} /> · <LotSource lot={lot} />
        <br />
        {words.left} <Pack quantity={lot.quantity} unit={lot.unit} pack={packOf(lot)} />
      </p>
      <NumberField name="quantity" unit={lot.unit} />
      <RadioTiles
        name="reason"
        choices={lossReasons.map((reason) => ({ value: reason, label: reasons[reason] }))}
      />
      <TextArea name="remark" hint={words.remarkHint} />
      <TextArea name="evidence" hint={ask.evidenceHint} optional rows={2} />
      <div>
        <SubmitButton>{ask.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
