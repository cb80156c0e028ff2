import type { FormErrors } from "#app/components/fields/read-form.ts";
import { RowNumber } from "#app/components/fields/row-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Expiry, LotNumber, packOf, RestrictedTo } from "#app/components/stock/lot-facts.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import type { StockLot } from "#app/domain/stock/standing.server.ts";
import { lotRow, SendSheet } from "#app/domain/transfers/send-sheet.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Every lot at the dock and in the bins, with a box for how much of it goes. */
export function SendForm(props: {
  fromWarehouseId: string;
  toWarehouseId: string;
  lots: StockLot[];
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { create: words } = useMessages().transfers;
  const { lots, errors, requestId } = props;
  const labels = {
    lines: words.what,
    note: words.note,
    toWarehouseId: words.to,
    ...Object.fromEntries(lots.map((lot) => [`${lotRow(lot)}.quantity`, words.quantity(lot.item)])),
  };
  const form = useVerbForm({ schema: SendSheet, errors, labels, requestId });
  return (
    <VerbForm form={form} id="transfer" className="grid gap-4">
      <input type="hidden" name="fromWarehouseId" value={props.fromWarehouseId} />
      <input type="hidden" name="toWarehouseId" value={props.toWarehouseId} />
      <p className="text-small text-ink-2">{words.hint}</p>
      <ul id="transfer-lines" tabIndex={-1}>
        {lots.map((lot) => (
          <LotLine key={lotRow(lot)} lot={lot} today={props.today} />
        ))}
      </ul>
      <TextField name="note" optional maxLength={500} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

function LotLine({ lot, today }: { lot: StockLot; today: string }) {
  const { transfers, stock } = useMessages();
  const { create: words } = transfers;
  const place = lot.place === "bin" ? lot.bin : stock.places[lot.place];
  return (
    <li className="grid grid-cols-1 items-start gap-x-4 gap-y-2 border-b border-line py-3 desk:grid-cols-[minmax(0,1fr)_9rem]">
      <div>
        <b>{lot.item}</b> · <LotNumber number={lot.lotNumber} /> · <Expiry on={lot.expiresOn} today={today} />
        <div className="text-small">
          {place} · {words.here} <Pack quantity={lot.quantity} unit={lot.unit} pack={packOf(lot)} />
        </div>
        <div className="text-small text-ink-2">
          <RestrictedTo text={lot.restriction} />
        </div>
      </div>
      <RowNumber name={`${lotRow(lot)}.quantity`} label={words.quantity(lot.item)} unit={lot.unit} />
    </li>
  );
}
