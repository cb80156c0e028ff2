import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatWhole } from "#app/domain/quantity.ts";
import type { RegisterListed } from "#app/domain/registers/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

export function RegisterTable({ rows, empty }: { rows: RegisterListed[]; empty?: ReactNode }) {
  const { columns: heads, list } = useMessages().registers;
  const columns = [
    { label: heads.number },
    { label: heads.site },
    { label: heads.delivery, wideOnly: true },
    { label: heads.reach, numeric: true, wideOnly: true },
    { label: heads.state },
  ];
  return (
    <Ledger narrow caption={list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/registers/${row.id}`} className="whitespace-nowrap">
              <Code>{row.number}</Code>
            </Link>
          </th>
          <td>
            {row.site}
            <small>{row.township}</small>
          </td>
          <td className="wide-only">
            <Link to={`/desk/deliveries/${row.deliveryId}`} className="whitespace-nowrap">
              <Code>{row.deliveryNumber}</Code>
            </Link>
          </td>
          <td className="num wide-only">
            {formatWhole(BigInt(row.households))} / {formatWhole(BigInt(row.people))}
          </td>
          <td>
            <RegisterState register={row} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

/** How far a register has come. */
export function RegisterState(props: {
  register: { rows: number; counted: number; handOverNumber: string | null };
}) {
  const { states: words } = useMessages().registers;
  const { rows, counted, handOverNumber } = props.register;
  if (handOverNumber !== null) return <Tag tone="ok">{words.closed}</Tag>;
  if (rows === 0) return <Tag>{words.empty}</Tag>;
  return <Tag tone="edge">{counted === 0 ? words.open : words.counting(counted, rows)}</Tag>;
}
