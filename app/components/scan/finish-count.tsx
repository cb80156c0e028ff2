import { useId } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { countsOf } from "#app/domain/boxes/judge-count.ts";
import { placeName } from "#app/domain/boxes/known.ts";
import { formatQuantity, parseQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { type FinishProps, FinishSheet } from "./finish.tsx";

/** What was counted of each lot, with room for pieces outside of boxes; it goes to the server as a whole. */
export function FinishCount({ station, known, context, close }: FinishProps) {
  const { finish: words, place, run } = useMessages().scan;
  const { count } = context;
  if (!count) return null;
  const counted = countsOf(known, { ...count, loose: valid(count.loose) });
  const unknown = count.codes.filter((code) => known.boxes.get(code)?.in.length === 0).length;
  const bad = Object.values(count.loose).some((typed) => !isWhole(typed));
  const finish = () => {
    if (bad) return;
    close();
    void station.finishCount();
  };
  const setLoose = (asset: string, typed: string) =>
    station.setContext({ ...context, count: { ...count, loose: { ...count.loose, [asset]: typed } } });
  return (
    <FinishSheet
      title={words.countTitle(place(placeName(known, count.account)))}
      close={close}
      main={
        <Button type="button" tone="primary" aria-disabled={bad} onClick={finish}>
          {words.countOk}
        </Button>
      }
    >
      <p>{words.countBoxes(count.codes.length)}</p>
      {counted.length === 0 && <p className="scan-amber">{words.countNothing}</p>}
      <ul className="scan-facts">
        {counted.map(({ assetId, counted: sum }) => {
          const lot = known.lots.get(assetId);
          if (!lot) return null;
          const name = [lot.item, lot.lotNumber && run.lot(lot.lotNumber)].filter(Boolean).join(" · ");
          return (
            <li key={assetId}>
              <span>{name}</span>
              <span className="num">{formatQuantity(BigInt(sum), lot.unit)}</span>
              <LooseField
                label={words.countLoose(lot.unit)}
                typed={count.loose[assetId] ?? ""}
                change={(typed) => setLoose(assetId, typed)}
              />
            </li>
          );
        })}
      </ul>
      {unknown > 0 && <p>{words.countUnknown(unknown)}</p>}
      <p className="scan-muted">{words.countHow}</p>
    </FinishSheet>
  );
}

function LooseField(props: { label: string; typed: string; change: (typed: string) => void }) {
  const { label, typed, change } = props;
  const words = useMessages().scan.finish;
  const id = useId();
  const bad = !isWhole(typed);
  return (
    <span className="scan-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        value={typed}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-bad` : undefined}
        onChange={({ target }) => change(target.value)}
      />
      {bad && (
        <span id={`${id}-bad`} className="scan-n">
          {words.countBad}
        </span>
      )}
    </span>
  );
}

const isWhole = (typed: string): boolean => typed === "" || parseQuantity(typed).ok;

const valid = (loose: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(loose).map(([asset, typed]) => [asset, isWhole(typed) ? typed : ""]));
