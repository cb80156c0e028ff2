import { clsx } from "clsx";
import { Expiry, LotNumber, packOf, RestrictedTo } from "#app/components/stock/lot-facts.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { formatWhole } from "#app/domain/quantity.ts";
import type { TransferLine } from "#app/domain/transfers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What was sent, and once it is received, what came: 发出 − 短少、破损 = 收到. */
export function TransferLines(props: { lines: TransferLine[]; received: boolean; today: string }) {
  const { columns: heads, lines: caption } = useMessages().transfers.detail;
  const columns = [
    { label: heads.item },
    { label: heads.sent, numeric: true },
    ...(props.received
      ? [
          { label: `− ${heads.missing}`, numeric: true },
          { label: `= ${heads.received}`, numeric: true },
        ]
      : []),
  ];
  return (
    <Ledger narrow caption={caption} captionHidden columns={columns}>
      {props.lines.map((line) => (
        <LineRow key={line.n} line={line} today={props.today} />
      ))}
    </Ledger>
  );
}

function LineRow({ line, today }: { line: TransferLine; today: string }) {
  const { places } = useMessages().stock;
  const { received, quantity, unit } = line;
  const missing = received === null ? 0n : quantity - received;
  return (
    <tr className={clsx(missing > 0n && "flag")}>
      <th scope="row">
        {line.item}
        <small>
          <LotNumber number={line.lotNumber} /> · <Expiry on={line.expiresOn} today={today} /> ·{" "}
          {line.bin ?? places[line.place]}
        </small>
        <small>
          <RestrictedTo text={line.restriction} />
        </small>
        {line.remark && <small>{line.remark}</small>}
      </th>
      <td className="num">
        <Pack quantity={quantity} unit={unit} pack={packOf(line)} />
      </td>
      {received !== null && (
        <>
          <td className={clsx("num", missing > 0n && "text-bad")}>{formatWhole(missing)}</td>
          <td className="num">
            <b>
              <Quantity quantity={received} unit={unit} />
            </b>
          </td>
        </>
      )}
    </tr>
  );
}
