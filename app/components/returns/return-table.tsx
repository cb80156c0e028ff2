import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { ReturnRow } from "#app/domain/returns/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

export function ReturnTable({ rows, empty }: { rows: ReturnRow[]; empty?: ReactNode }) {
  const { columns: heads, list } = useMessages().returns;
  const columns = [
    { label: heads.number },
    { label: heads.site },
    { label: heads.delivery, wideOnly: true },
    { label: heads.reason },
    { label: heads.when, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/returns/${row.id}`} className="whitespace-nowrap">
              <Code>{row.number}</Code>
            </Link>
          </th>
          <td>{row.site}</td>
          <td className="wide-only">
            <Link to={`/desk/deliveries/${row.deliveryId}`} className="whitespace-nowrap">
              <Code>{row.deliveryNumber}</Code>
            </Link>
          </td>
          <td>{row.reason}</td>
          <td className="wide-only">
            <DateTime at={row.createdAt} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
