import { useId } from "react";
import { Button } from "#app/components/ui/button.tsx";
import type { ScanContext } from "#app/domain/boxes/scan-context.ts";
import type { ScanConsignment } from "#app/domain/boxes/scan-data.ts";
import { parseQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const UNKNOWN = "unknown";

/** What is in the boxes that are scanned now, and how many in each. */
export function LineChooser(props: {
  consignment: ScanConsignment;
  context: ScanContext;
  change: (changes: Partial<ScanContext>) => void;
  leave: () => void;
}) {
  const { consignment, context, change, leave } = props;
  const words = useMessages().scan.choose;
  const lineId = useId();
  const perBoxId = useId();
  const line = consignment.lines.find(({ n }) => n === context.line);
  const chooseLine = (value: string) => {
    if (value === UNKNOWN || value === "")
      return change({ line: value === "" ? null : UNKNOWN, perBox: null });
    const chosen = consignment.lines.find(({ n }) => n === Number(value));
    change({ line: Number(value), perBox: chosen?.packSize ?? null });
  };
  return (
    <div className="scan-chosen">
      <div className="scan-field">
        <label htmlFor={lineId}>{words.lineLabel}</label>
        <select id={lineId} value={context.line ?? ""} onChange={({ target }) => chooseLine(target.value)}>
          <option value="">{words.lineNone}</option>
          {consignment.lines.map(({ n, item, lotNumber }) => (
            <option key={n} value={n}>
              {[item, lotNumber].filter(Boolean).join(" · ")}
            </option>
          ))}
          <option value={UNKNOWN}>{words.unknown}</option>
        </select>
      </div>
      {line && (
        <div className="scan-field scan-per-box">
          <label htmlFor={perBoxId}>{words.perBox(line.unit)}</label>
          <input
            id={perBoxId}
            key={line.n}
            inputMode="numeric"
            defaultValue={context.perBox ?? ""}
            onChange={({ target }) => change({ perBox: wholeAboveZero(target.value) })}
          />
        </div>
      )}
      <Button type="button" onClick={leave}>
        {words.change}
      </Button>
    </div>
  );
}

function wholeAboveZero(text: string): string | null {
  const verdict = parseQuantity(text);
  return verdict.ok && verdict.quantity > 0n ? `${verdict.quantity}` : null;
}
