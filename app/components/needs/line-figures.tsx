import { Quantity } from "#app/components/ui/quantity.tsx";
import type { NeedLine } from "#app/domain/needs/lines.server.ts";
import { formatQuantity, formatWhole } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What is still to be found of a thing; in another unit than the catalogue's, what was asked for. */
export function StillMissing({ line }: { line: NeedLine }) {
  return (
    <b>
      <Quantity quantity={line.missing ?? line.quantity} unit={line.unit} />
    </b>
  );
}

/** What may go to the site today, with a word when it is not enough; of what is not in the catalogue nobody knows. */
export function Available({ line }: { line: NeedLine }) {
  const { stock: words } = useMessages().needs;
  if (line.itemUnit === null) return <span className="text-ink-2">{words.unknown}</span>;
  const isShort = line.missing !== null && line.available < line.missing;
  return (
    <>
      <Quantity quantity={line.available} unit={line.itemUnit} />
      {isShort && <small className="text-bad">{words.short(formatQuantity(shortOf(line), line.unit))}</small>}
    </>
  );
}

const shortOf = ({ missing, available }: NeedLine): bigint => (missing ?? 0n) - available;

/** "收到 700 / 1,750 包，路上 200 包" with a bar: how far the thing is. */
export function LineProgress({ line }: { line: NeedLine }) {
  const { stock: words } = useMessages().needs;
  const { quantity, received, underWay, unit, itemUnit, missing, item, wish } = line;
  return (
    <>
      {item !== null && item !== wish && <small>{words.means(item)}</small>}
      {missing === null ? (
        itemUnit !== null && <small>{words.otherUnit(itemUnit)}</small>
      ) : (
        <>
          <small>
            {words.received(formatWhole(received), formatQuantity(quantity, unit))}
            {underWay > 0n && ` · ${words.underWay(formatQuantity(underWay, unit))}`}
          </small>
          <svg className="bar bar-ok" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width={percentOf(received, quantity)} height="8" />
          </svg>
        </>
      )}
    </>
  );
}

const percentOf = (part: bigint, whole: bigint): number =>
  part >= whole ? 100 : Number((part * 100n) / whole);
