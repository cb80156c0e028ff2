import { stocktakeKinds } from "#db/vocabulary";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { OpenStocktake } from "#app/domain/stocktakes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

interface Bin {
  id: string;
  name: string;
  lots: number;
}

/** Opens a count of a warehouse's bins: some that are ticked, or all. */
export function OpenForm(props: {
  warehouseId: string;
  bins: Bin[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { open: words, kinds } = useMessages().stocktakes;
  const { errors, requestId } = props;
  const labels = { kind: words.kind, blind: words.blind, note: words.note, binIds: words.bins };
  const defaults = { kind: "cycle", blind: "true" };
  const form = useVerbForm({ schema: OpenStocktake, defaults, errors, labels, requestId });
  const ticked = form.values.binIds;
  return (
    <VerbForm form={form} id="open" className="grid gap-4">
      <input type="hidden" name="warehouseId" value={props.warehouseId} />
      <div className="grid gap-4 desk:grid-cols-2">
        <RadioTiles
          name="kind"
          choices={stocktakeKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <RadioTiles
          name="blind"
          choices={[
            { value: "true", label: words.blindYes, hint: words.blindYesHint },
            { value: "false", label: words.blindNo, hint: words.blindNoHint },
          ]}
        />
      </div>
      <TextField name="note" optional className="max-w-xl" />
      <fieldset id="open-binIds" tabIndex={-1}>
        <legend className="label">{words.bins}</legend>
        <p className="hint">{props.bins.length === 0 ? words.noBins : words.binsHint}</p>
        <ul className="grid grid-cols-2 gap-x-4 desk:grid-cols-4">
          {props.bins.map(({ id, name, lots }) => (
            <li key={id} className="min-w-0">
              <label className="check">
                <input
                  type="checkbox"
                  name="binIds[]"
                  value={id}
                  defaultChecked={Array.isArray(ticked) && ticked.includes(id)}
                />
                <span className="min-w-0 wrap-anywhere">
                  {name} <span className="text-small text-ink-2">{words.lots(lots)}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
