import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { Expiry, LotNumber, packOf, RestrictedTo } from "#app/components/stock/lot-facts.tsx";
import type { Consignment, Line } from "#app/domain/consignments/get.server.ts";
import { formatWhole } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/**
 * Line by line: announced, counted, refused, held back, and so accepted; and how the count differs. `begun`: somebody
 * counts already, so that what is not there is missing.
 */
export function LineTable(props: { lines: Consignment["lines"]; begun: boolean; today: string }) {
  const { lines, begun, today } = props;
  const { detail: words } = useMessages().consignments;
  const { columns } = words;
  return (
    <Ledger
      caption={words.lines}
      captionHidden
      stacked
      columns={[
        { label: columns.item },
        { label: columns.expected, numeric: true },
        { label: columns.counted, numeric: true },
        { label: columns.difference, numeric: true },
        { label: columns.sentBack, numeric: true },
        { label: columns.heldBack, numeric: true },
        { label: columns.accepted, numeric: true },
      ]}
      empty={<Empty title={words.noLines}>{words.noLinesText}</Empty>}
    >
      {lines.map((line) => (
        <tr key={line.n} className={begun && differs(line) ? "flag" : undefined}>
          <th scope="row" className="min-w-36">
            {line.item} {line.specification && <span className="font-normal">{line.specification}</span>}
            <LineFacts line={line} today={today} />
          </th>
          <td className="num" data-label={columns.expected}>
            {line.expected === null ? (
              words.unannounced
            ) : (
              <Pack quantity={line.expected} unit={line.unit} pack={packOf(line)} />
            )}
          </td>
          <td className="num" data-label={columns.counted}>
            {begun ? <Pack quantity={line.counted} unit={line.unit} pack={packOf(line)} /> : "—"}
          </td>
          <td className="num" data-label={columns.difference}>
            {begun ? <Difference line={line} /> : "—"}
          </td>
          <td className="num" data-label={columns.sentBack}>
            <Some quantity={line.sentBack} unit={line.unit} />
          </td>
          <td className="num" data-label={columns.heldBack}>
            <Some quantity={line.heldBack} unit={line.unit} />
          </td>
          <td className="num font-semibold" data-label={columns.accepted}>
            {begun ? <Quantity quantity={line.accepted} unit={line.unit} /> : "—"}
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

const differs = (line: Line) => line.expected !== null && line.expected !== line.counted;

function Some({ quantity, unit }: { quantity: bigint; unit: string }) {
  return quantity === 0n ? <>—</> : <Quantity quantity={quantity} unit={unit} />;
}

function Difference({ line }: { line: Line }) {
  const { detail } = useMessages().consignments;
  if (line.expected === null) return <>—</>;
  const difference = line.counted - line.expected;
  if (difference === 0n) return <>{detail.agrees}</>;
  return (
    <b className={difference < 0n ? "text-bad" : undefined}>
      {difference > 0n && "+"}
      {formatWhole(difference)}
      <span className="unit">{line.unit}</span>
    </b>
  );
}

/** Lot, expiry and restriction of a line, and what is wrong with its life. */
export function LineFacts({ line, today }: { line: Line; today: string }) {
  const { detail } = useMessages().consignments;
  const { life } = line;
  return (
    <small>
      <LotNumber number={line.lotNumber} /> · <Expiry on={line.expiresOn} today={today} /> ·{" "}
      <RestrictedTo text={line.restriction} />
      {life.verdict === "short" && (
        <>
          {" "}
          <Tag tone="warn">{detail.shortLife(life.days, line.minRemainingDays ?? 0)}</Tag>
        </>
      )}
      {life.verdict === "expired" && (
        <>
          {" "}
          <Tag tone="bad">{detail.expired}</Tag>
        </>
      )}
      {line.acceptReason && <> · {detail.acceptedBecause(line.acceptReason)}</>}
    </small>
  );
}
