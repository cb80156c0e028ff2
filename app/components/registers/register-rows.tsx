import { LockKeyhole } from "lucide-react";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { formatQuantity, formatWhole } from "#app/domain/quantity.ts";
import type { Register, RegisterRow } from "#app/domain/registers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The rows of a register with what each is to get and got; nobody's name. */
export function RegisterRows({ register }: { register: Register }) {
  const { detail: words, groups } = useMessages().registers;
  const { rowColumns: heads } = words;
  const columns = [
    { label: heads.n, numeric: true },
    { label: heads.building },
    { label: heads.group, wideOnly: true },
    { label: heads.households, numeric: true, wideOnly: true },
    { label: heads.people, numeric: true },
    { label: heads.shares },
  ];
  return (
    <Panel title={words.rows} note={words.rowsNote(register.rows.length)}>
      <Ledger
        narrow
        caption={words.rows}
        captionHidden
        columns={columns}
        empty={<Empty title={words.empty}>{words.emptyHow}</Empty>}
      >
        {register.rows.map((row) => (
          <tr key={row.n}>
            <td className="num">{row.n}</td>
            <th scope="row">
              {row.building} {row.named && <Named />}
              <small className="desk:hidden">{row.group && groups[row.group]}</small>
            </th>
            <td className="wide-only">{row.group && groups[row.group]}</td>
            <td className="num wide-only">{formatWhole(BigInt(row.households))}</td>
            <td className="num">{formatWhole(BigInt(row.people))}</td>
            <td>
              <Shares row={row} lines={register.lines} />
            </td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}

function Named() {
  const { detail: words } = useMessages().registers;
  return (
    <span className="inline-flex align-middle" title={words.namedMark}>
      <LockKeyhole aria-hidden size={14} />
      <span className="sr-only">{words.namedMark}</span>
    </span>
  );
}

function Shares({ row, lines }: { row: RegisterRow; lines: Register["lines"] }) {
  return lines.flatMap((line) => {
    const share = row.shares.find(({ n }) => n === line.n);
    if (!share || (share.quantity === 0n && !share.given)) return [];
    const { quantity, given } = share;
    return [
      <div key={line.n} className="num text-left">
        {lines.length > 1 && `${line.item} `}
        {formatQuantity(quantity, line.unit)}
        {given !== null && (
          <>
            {" → "}
            <b className={given === quantity ? undefined : "text-bad"}>{formatQuantity(given, line.unit)}</b>
          </>
        )}
      </div>,
    ];
  });
}
