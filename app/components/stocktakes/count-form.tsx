import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Expiry, LotNumber, packOf } from "#app/components/stock/lot-facts.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { CountBinForm } from "#app/domain/stocktakes/count-form.ts";
import type { BinToCount, LotToCount } from "#app/domain/stocktakes/get-sheet.server.ts";
import type { LotFacts } from "#app/domain/stocktakes/lot-facts.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Writes down one place: each lot as whole packs and loose pieces. `found` are lots that turned up here. */
export function CountForm(props: {
  stocktakeId: string;
  sheet: BinToCount;
  found: LotFacts[];
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { count: words } = useMessages().stocktakes;
  const { sheet, errors, requestId } = props;
  const lots = [...sheet.lots, ...props.found.map((lot) => ({ ...lot, expected: null, counted: null }))];
  const labels = Object.fromEntries(
    lots.flatMap((lot) => [
      [`counts.lot${lot.assetId}.packs`, `${lot.item} ${words.packs(lot.packName ?? "")}`],
      [`counts.lot${lot.assetId}.pieces`, `${lot.item} ${words.pieces(lot.unit)}`],
    ]),
  );
  const form = useVerbForm({ schema: CountBinForm, errors, labels, requestId });
  // What was typed belongs to the shelf as it was then: it keeps the check code it was typed under.
  const since = typeof form.values.since === "string" ? form.values.since : sheet.since;
  return (
    <VerbForm form={form} id="count" className="grid gap-3">
      <input type="hidden" name="stocktakeId" value={props.stocktakeId} />
      <input type="hidden" name="accountId" value={sheet.accountId} />
      <input type="hidden" name="since" value={since} />
      <p className="text-ink-2">{sheet.lots.length === 0 ? words.empty : words.hint}</p>
      <ul>
        {lots.map((lot) => (
          <LotLine key={lot.assetId} lot={lot} today={props.today} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <SubmitButton className="btn-mid">{words.submit}</SubmitButton>
        <LinkButton href={`/desk/stocktakes/${props.stocktakeId}`}>{words.back}</LinkButton>
      </div>
    </VerbForm>
  );
}

function LotLine({ lot, today }: { lot: LotToCount; today: string }) {
  const { count: words } = useMessages().stocktakes;
  const pack = packOf(lot);
  const line = `counts.lot${lot.assetId}`;
  return (
    <li className="grid gap-2 border-b border-line py-3 desk:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <b className="text-lg wrap-anywhere">{lot.item}</b> {lot.specification}
        <div className="text-small text-ink-2">
          <LotNumber number={lot.lotNumber} /> · <Expiry on={lot.expiresOn} today={today} />
        </div>
        {lot.expected !== null && (
          <div className="text-small">
            {words.expected} <Pack quantity={lot.expected} unit={lot.unit} pack={pack} />
          </div>
        )}
        {lot.counted !== null && (
          <div className="text-small">
            {words.before} <Pack quantity={lot.counted} unit={lot.unit} pack={pack} />
          </div>
        )}
      </div>
      <div className="grid grid-cols-2 gap-3">
        {pack && pack.size > 1n && (
          <>
            <NumberField name={`${line}.packs`} label={words.packs(pack.name)} unit={pack.name} />
            <input type="hidden" name={`${line}.packSize`} value={`${pack.size}`} />
          </>
        )}
        <NumberField name={`${line}.pieces`} label={words.pieces(lot.unit)} unit={lot.unit} />
      </div>
    </li>
  );
}
