import type { FormErrors } from "#app/components/fields/read-form.ts";
import { RowNumber, RowSelect } from "#app/components/fields/row-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import { PutAwaySheet } from "#app/domain/stock/put-away-sheet.ts";
import type { StockLot } from "#app/domain/stock/standing.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Expiry, LotNumber, LotSource, packOf, RestrictedTo } from "./lot-facts.tsx";

interface Bin {
  id: string;
  name: string;
}

/** Every lot at the dock with a bin to choose; those without one stay. `binId` fills the same bin in everywhere. */
export function PutAwayForm(props: {
  warehouseId: string;
  lots: StockLot[];
  bins: Bin[];
  binId: string;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const words = useMessages().stock;
  const { errors, requestId } = props;
  const labels = Object.fromEntries(
    props.lots.flatMap(({ assetId, item }) => [
      [`lines.lot${assetId}.binId`, `${item} ${words.putAway.bin}`],
      [`lines.lot${assetId}.quantity`, `${item} ${words.putAway.quantity}`],
    ]),
  );
  const form = useVerbForm({ schema: PutAwaySheet, errors, labels, requestId });
  return (
    <VerbForm form={form} id="put-away" className="grid gap-3">
      <input type="hidden" name="warehouseId" value={props.warehouseId} />
      <p className="text-small text-ink-2">{words.putAway.hint}</p>
      <ul id="put-away-lines" tabIndex={-1}>
        {props.lots.map((lot) => (
          <LotLine key={lot.assetId} lot={lot} bins={props.bins} binId={props.binId} today={props.today} />
        ))}
      </ul>
      <div>
        <SubmitButton>{words.putAway.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

function LotLine(props: { lot: StockLot; bins: Bin[]; binId: string; today: string }) {
  const words = useMessages().stock;
  const { lot, bins, binId, today } = props;
  const line = `lines.lot${lot.assetId}`;
  return (
    <li className="grid grid-cols-2 items-start gap-x-4 gap-y-2 border-b border-line py-3 desk:grid-cols-[minmax(0,1fr)_12rem_9rem]">
      <div className="col-span-2 desk:col-span-1">
        <b>{lot.item}</b> · <LotNumber number={lot.lotNumber} /> · <Expiry on={lot.expiresOn} today={today} />
        <div className="text-small">
          {words.columns.atDock} <Pack quantity={lot.quantity} unit={lot.unit} pack={packOf(lot)} />
        </div>
        <div className="text-small text-ink-2">
          <RestrictedTo text={lot.restriction} /> <LotSource lot={lot} numbered />
        </div>
      </div>
      <RowSelect
        name={`${line}.binId`}
        label={`${lot.item} ${words.putAway.bin}`}
        blank={words.putAway.stays}
        defaultValue={binId}
        choices={bins.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <RowNumber
        name={`${line}.quantity`}
        label={`${words.putAway.quantity} ${words.putAway.atDock(formatQuantity(lot.quantity, lot.unit))}`}
        unit={lot.unit}
        defaultValue={String(lot.quantity)}
      />
    </li>
  );
}
