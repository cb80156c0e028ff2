import { useRef } from "react";
import { useScript } from "#app/components/fields/form-context.ts";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { BinChoice } from "#app/domain/labels/choices.server.ts";
import { LabelBins } from "#app/domain/labels/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The bins of a warehouse, zone by zone. Those without a label are ticked; when all have one, all are. */
export function BinsForm(props: {
  warehouseId: string;
  bins: BinChoice[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { bins: words } = useMessages().labels;
  const { warehouseId, bins, errors, requestId } = props;
  const form = useVerbForm({ schema: LabelBins, labels: { binIds: words.list }, errors, requestId });
  const typed = form.answer?.values.binIds;
  const allLabelled = bins.every(({ labelled }) => labelled);
  const ticked = ({ id, labelled }: BinChoice) =>
    Array.isArray(typed) ? typed.includes(id) : allLabelled || !labelled;
  return (
    <VerbForm form={form} id="label-bins" className="grid gap-4">
      <input type="hidden" name="intent" value="bins" />
      <input type="hidden" name="warehouseId" value={warehouseId} />
      <TickBoxes>
        {zonesOf(bins).map(([zone, inZone]) => (
          <fieldset key={zone} className="field">
            <legend>{zone || words.noZone}</legend>
            <div className="grid grid-cols-2 gap-x-4 desk:grid-cols-4">
              {inZone.map((bin) => (
                <label key={bin.id} className="check">
                  <input type="checkbox" name="binIds[]" value={bin.id} defaultChecked={ticked(bin)} />
                  <span>
                    {bin.name} {bin.labelled && <small className="text-ink-2">{words.labelled}</small>}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </TickBoxes>
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** Tick boxes with two buttons for all of them, which need script. */
function TickBoxes({ children }: { children: React.ReactNode }) {
  const { bins: words } = useMessages().labels;
  const script = useScript();
  const element = useRef<HTMLDivElement>(null);
  function tick(all: boolean) {
    for (const box of element.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? []) {
      box.checked = all;
    }
  }
  return (
    <div ref={element} id="label-bins-binIds" tabIndex={-1} className="grid gap-4">
      {script && (
        <div className="flex flex-wrap gap-2">
          <Button type="button" onClick={() => tick(true)}>
            {words.all}
          </Button>
          <Button type="button" onClick={() => tick(false)}>
            {words.none}
          </Button>
        </div>
      )}
      {children}
    </div>
  );
}

function zonesOf(bins: readonly BinChoice[]): [string, BinChoice[]][] {
  const zones = new Map<string, BinChoice[]>();
  for (const bin of bins) zones.set(bin.zone ?? "", [...(zones.get(bin.zone ?? "") ?? []), bin]);
  return [...zones];
}
