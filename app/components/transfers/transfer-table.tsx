import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { TransferRow } from "#app/domain/transfers/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { TransferTag } from "./status-tag.tsx";

export function TransferTable({ rows, empty }: { rows: TransferRow[]; empty: ReactNode }) {
  const words = useMessages().transfers;
  const { columns: heads } = words;
  const columns = [
    { label: heads.number },
    { label: heads.route },
    { label: heads.status },
    { label: heads.goods, wideOnly: true },
    { label: heads.when, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={words.list} captionHidden columns={columns} empty={empty}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/desk/transfers/${row.id}`} className="whitespace-nowrap">
              <Code>{row.number}</Code>
            </Link>
          </th>
          <td>{words.route(row.from, row.to)}</td>
          <td>
            <TransferTag status={row.status} />
          </td>
          <td className="wide-only">{words.goods(row.item, row.lines)}</td>
          <td className="wide-only">
            <DateTime at={row.receivedAt ?? row.sentAt} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
