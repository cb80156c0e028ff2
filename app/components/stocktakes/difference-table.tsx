import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Expiry, LotNumber } from "#app/components/stock/lot-facts.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { formatWhole } from "#app/domain/quantity.ts";
import type { DifferenceLine } from "#app/domain/stocktakes/list-differences.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Each difference with what the books said, what was counted, and `reason`: a form's fields, or what was decided. */
export function DifferenceTable(props: {
  lines: DifferenceLine[];
  today: string;
  reason: (line: DifferenceLine) => ReactNode;
  empty: ReactNode;
}) {
  const { approve: words, detail, dock } = useMessages().stocktakes;
  const { columns: heads } = words;
  const columns = [
    { label: heads.bin },
    { label: heads.item },
    { label: heads.expected, numeric: true },
    { label: heads.counted, numeric: true },
    { label: heads.difference, numeric: true },
    { label: heads.by, wideOnly: true },
    { label: heads.reason },
  ];
  return (
    <Ledger caption={detail.differences} captionHidden stacked columns={columns} empty={props.empty}>
      {props.lines.map((line) => (
        <tr key={`${line.accountId} ${line.assetId}`}>
          <th scope="row" className="min-w-0 whitespace-nowrap">
            {line.bin ?? dock}
          </th>
          <td className="whole">
            {line.item}
            <small>
              <LotNumber number={line.lotNumber} /> · <Expiry on={line.expiresOn} today={props.today} />
            </small>
          </td>
          <td className="num" data-label={heads.expected}>
            <Quantity quantity={line.expected} unit={line.unit} />
          </td>
          <td className="num" data-label={heads.counted}>
            <Quantity quantity={line.counted} unit={line.unit} />
          </td>
          <td
            className={clsx("num", line.counted < line.expected && "text-bad")}
            data-label={heads.difference}
          >
            <b>{signed(line.counted - line.expected)}</b>
            <span className="unit">{line.unit}</span>
          </td>
          <td className="wide-only">{line.countedBy ?? "API"}</td>
          <td className="whole" data-label={heads.reason}>
            {props.reason(line)}
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

const signed = (difference: bigint): string => `${difference > 0n ? "+" : ""}${formatWhole(difference)}`;
